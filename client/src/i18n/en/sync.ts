/** What the header and the banners say about my words and the connection. */
export const sync = {
  state: {
    label: 'Are my words safe?',
    saved: 'Saved',
    saving: 'Saving…',
    notSaved_one: 'Not saved: {{count, number}} change kept on this device',
    notSaved_other: 'Not saved: {{count, number}} changes kept on this device',
    readOnly: 'Read-only: {{reason}}',
    reasons: {
      opening: 'the chapter is being opened',
      reader: 'your role here is to read',
      locked: 'the text is locked in its present state',
      archived: 'the chapter is archived',
      'setting-aside': 'your last words are being kept aside',
      malformed: 'the server could not read what this page sent',
      'not-signed-in': 'you are not signed in any more',
      'another-person': 'somebody else has signed in in this browser',
      'not-allowed': 'you may not open this chapter any more',
      'not-found': 'the chapter is not here any more',
      'foreign-client-id': 'this page is being renewed',
      'older-generation': 'the chapter was restored from a backup',
      'older-schema': 'this page is older than the text; reload it',
      'too-large': 'a change was too large for the server',
      'too-many-requests': 'the server asked for a pause',
      'document-unreadable': 'the server can’t read the stored text',
      'read-only-storage': 'the server can’t store changes',
    },
  },
  offline: 'No connection. You can go on writing; your changes are kept on this device and sent later.',
  notKept: 'This browser keeps nothing on the device. Don’t close this page before your changes are saved.',
  outdated: {
    title: 'This page is older than the text.',
    explain:
      'Somebody has used a newer version of Accord here. Reload the page to go on; what you wrote is kept on this device.',
  },
  anotherPerson: {
    title: 'Somebody else has signed in in this browser.',
    explain:
      'Your words are not sent in their name. What you wrote is kept on this device until you sign in again. Reload the page to go on as the person who is signed in.',
  },
  kept: {
    title: 'Words of yours that were not taken',
    explain:
      'They could not be added to the chapter ({{reason}}). Nothing is lost: copy what you need, then remove them from here.',
    copy: 'Copy these words',
    selectByHand: 'The browser did not let us copy. Select the words and copy them yourself.',
    forget: 'Remove from here',
    changes_one: '{{count, number}} change was not taken',
    changes_other: '{{count, number}} changes were not taken',
    nothing: 'Only deletions or formatting; there are no words to copy.',
    mayNotWrite: 'you may not write here any more',
    forgetAsk: 'Remove these words?',
    forgetExplain: 'They are nowhere else: removed from here, they are gone.',
    orphaned: 'From a passage that is gone',
  },
} as const;
