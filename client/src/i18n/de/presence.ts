import type { Catalogue } from '../catalogue';

export const presence: Catalogue['presence'] = {
  you: 'Sie',
  joined: '{{name}} ({{country}}) ist dazugekommen',
  caret: 'Schreibmarke von {{name}} ({{country}})',
  more_one: '{{count, number}} weitere Person',
  more_other: '{{count, number}} weitere Personen',
  here_one: '{{count, number}} Person hier',
  here_other: '{{count, number}} Personen hier',
};
