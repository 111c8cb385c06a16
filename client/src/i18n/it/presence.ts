import type { Catalogue } from '../catalogue';

export const presence: Catalogue['presence'] = {
  you: 'Lei',
  joined: '{{name}} ({{country}}) è qui',
  caret: 'Cursore di {{name}} ({{country}})',
  more_one: '{{count, number}} altra persona',
  more_other: '{{count, number}} altre persone',
  here_one: '{{count, number}} persona qui',
  here_other: '{{count, number}} persone qui',
};
