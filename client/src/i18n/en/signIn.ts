/** The page before everything else. */
export const signIn = {
  title: 'Sign in',
  lead: 'Accord is where the partnership writes together.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgotten your password? Your administrator can make you a link to set a new one.',
} as const;
