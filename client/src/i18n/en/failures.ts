/** One sentence for each way in which Accord says no, with what to do next. */
export const failures = {
  title: 'Something is in the way',
  codes: {
    'bad-request': 'The server could not read the request. Reload the page and try again.',
    'invalid-input': 'Something in what you entered can’t be accepted. Check the fields and try again.',
    'not-signed-in': 'You are not signed in any more. Sign in again; you will come back to this place.',
    'wrong-credentials':
      'The e-mail address or the password is not right. Check both, or ask your administrator for a reset link.',
    'link-expired': 'This link has been used or has expired. Ask the person who sent it for a new one.',
    'not-allowed': 'Your role does not allow this. Ask the coordinator of the output if you need it.',
    'foreign-origin':
      'This page was opened from another address than the server expects. Open Accord at its usual address.',
    'account-disabled': 'This account is switched off. Ask your administrator to switch it on again.',
    'not-found':
      'It is not here: it may have been removed, or the address may be wrong. Go to the desk and look from there.',
    'already-decided': 'Somebody else has decided on this already. The page now shows how.',
    'conflicts-with-text':
      'The text has changed since then, so this no longer fits. Look at it again, then put it in by hand or discard it.',
    conflict: 'Somebody changed this at the same moment. Look at the new state and try again.',
    'different-chapters':
      'These versions belong to different chapters and can’t be compared. Choose two versions of the same chapter.',
    'email-taken': 'Somebody already uses this e-mail address. Enter another one, or sign in with it.',
    'last-administrator': 'This is the last administrator. Make somebody else an administrator first.',
    'open-suggestions': 'Suggestions are still open. Accept or reject each of them first.',
    'open-comments': 'Comments are still open. Look at them, or ask for signatures all the same.',
    'policy-not-met': 'Not everybody has signed yet, or somebody objects. See who is awaited.',
    'no-signatories':
      'Not everybody who has to sign is named. Name a signatory for each on the page of the output.',
    'not-in-sign-off': 'No signatures are asked for here any more. The page now shows how it stands.',
    'text-changed': 'The text has changed since you opened it. Read what is new, then sign again.',
    'reason-needed': 'Give a reason, so that the others understand.',
    'chapter-locked':
      'The text of this chapter is locked in its present state. The coordinator can reopen it.',
    archived: 'This is archived. Bring it back before changing it.',
    'too-large': 'This is too large. Make it smaller and try again.',
    'unsupported-media': 'This kind of file can’t be used. Choose a PNG, JPEG, GIF, WebP or AVIF image.',
    'unreadable-image':
      'The image can’t be read; the file may be damaged. Save it again and choose the new file.',
    'password-too-short': 'The password needs at least 12 characters. A few unrelated words make a good one.',
    'password-too-common': 'This password is too easy to guess. Choose one that nobody else would use.',
    'too-many-requests': 'That was too often in a short time. Wait a minute and try again.',
    'document-unreadable':
      'The stored text of this chapter can’t be read at the moment. Nothing has been changed; tell your administrator.',
    'read-only-storage':
      'The server can’t store changes at the moment. Your words are kept on this device; tell your administrator.',
    unavailable: 'The server can’t be reached. Check your connection and try again.',
    internal: 'Something went wrong on the server. Try again; if it stays, tell your administrator.',
  },
  retryIn_one: 'You can try again in {{count, number}} second.',
  retryIn_other: 'You can try again in {{count, number}} seconds.',
} as const;
