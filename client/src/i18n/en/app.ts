/** The frame around every screen. */
export const app = {
  skip: 'Skip to the content',
  places: {
    label: 'Places',
    desk: 'Desk',
    outputs: 'Outputs',
    people: 'People',
    settings: 'Settings',
  },
  bell: {
    title: 'Notices',
    unread_one: 'Notices: {{count, number}} unread',
    unread_other: 'Notices: {{count, number}} unread',
  },
  account: {
    label: 'Account of {{name}}',
    language: 'Language',
    appearance: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
    settings: 'My settings',
    keys: 'Keyboard shortcuts',
    signOut: 'Sign out',
  },
  signOut: {
    comments: 'Comments not sent',
    title: 'Some of your words have not reached the server',
    explain:
      'Signing out wipes what Accord keeps on this device. These chapters have changes that are only here:',
    stay: 'Stay signed in',
    save: 'Download the unsent text',
    wipe: 'Sign out and lose it',
    changes_one: '{{count, number}} change',
    changes_other: '{{count, number}} changes',
  },
  keys: {
    title: 'Keyboard shortcuts',
    everywhere: 'Everywhere',
    thisList: 'Show this list',
    closeDialog: 'Close a dialog or menu',
    nextPart: 'Next part of the page',
  },
  loading: 'Loading…',
  notFound: {
    title: 'There is no page here',
    explain:
      'The address may be mistyped, or what it led to was removed. The desk shows everything you can open.',
    toDesk: 'Go to the desk',
  },
  broken: {
    title: 'This page has stopped working',
    explain:
      'The fault is ours. What you wrote is kept on this device and on the server. Reload the page; if it happens again, tell your administrator what you did.',
    details: 'For your administrator',
  },
  outdated: {
    title: 'Accord has been renewed',
    explain: 'This page belongs to an older version. Reload it to go on; nothing you wrote is lost.',
  },
} as const;
