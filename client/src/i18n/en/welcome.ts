/** Where one-time links lead: first sign-in, invitation, new password. */
export const welcome = {
  opening: 'Opening your link…',
  signingIn: 'Signing you in…',
  invitation: {
    title: 'Welcome to Accord',
    invitedBy: '{{inviter}} invites you to write with the partnership, for {{partner}}.',
    invited: 'You are invited to write with the partnership, for {{partner}}.',
    name: 'Your name',
    nameHint: 'As the others will see it.',
    email: 'Your e-mail address',
    emailHint: 'You will sign in with it.',
    password: 'Choose a password',
    submit: 'Come in',
  },
  reset: {
    title: 'A new password for {{name}}',
    explain: 'You are signed in with it at once, and signed out everywhere else.',
    password: 'New password',
    submit: 'Set the password',
  },
  passwordHint: 'At least 12 characters. A few unrelated words make a good one.',
  unusable: {
    title: 'This link does not work any more',
    explain:
      'It was used already, has expired, or was not copied in full. Ask the person who sent it for a new one.',
    desk: 'To the desk',
  },
} as const;
