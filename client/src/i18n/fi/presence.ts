import type { Catalogue } from '../catalogue';

export const presence: Catalogue['presence'] = {
  you: 'Sinä',
  joined: '{{name}} ({{country}}) tuli mukaan',
  caret: 'Käyttäjän {{name}} ({{country}}) kohdistin',
  more_one: '{{count, number}} muu henkilö',
  more_other: '{{count, number}} muuta henkilöä',
  here_one: '{{count, number}} henkilö paikalla',
  here_other: '{{count, number}} henkilöä paikalla',
};
