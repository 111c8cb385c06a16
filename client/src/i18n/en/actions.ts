/** Words on buttons that mean the same everywhere. */
export const actions = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Try again',
  reload: 'Reload the page',
  add: 'Add',
  copied: 'Copied',
  choose: 'Choose…',
  create: 'Create',
  archive: 'Archive',
  open: 'Open',
} as const;
