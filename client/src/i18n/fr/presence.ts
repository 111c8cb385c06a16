import type { Catalogue } from '../catalogue';

export const presence: Catalogue['presence'] = {
  you: 'Vous',
  joined: '{{name}} ({{country}}) est arrivé·e',
  caret: 'Curseur de {{name}} ({{country}})',
  more_one: '{{count, number}} autre personne',
  more_other: '{{count, number}} autres personnes',
  here_one: '{{count, number}} personne présente',
  here_other: '{{count, number}} personnes présentes',
};
