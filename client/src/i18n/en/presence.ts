/** Who else is in the chapter. */
export const presence = {
  you: 'You',
  joined: '{{name}} ({{country}}) has joined',
  caret: 'Caret of {{name}} ({{country}})',
  more_one: '{{count, number}} more person',
  more_other: '{{count, number}} more people',
  here_one: '{{count, number}} person here',
  here_other: '{{count, number}} people here',
} as const;
