import type { Catalogue } from '../catalogue';

export const footnotes: Catalogue['footnotes'] = {
  insert: 'Alaviite',
  words: 'viite, lähde, huomautus',
  reference: 'Alaviite {{number}}',
  referenceText: 'Alaviite {{number}}: {{text}}',
  missing: 'Alaviite {{number}} on kadottanut tekstinsä. Kirjoita se uudelleen painamalla.',
  back: 'Takaisin tekstiin alaviitteestä {{number}}',
  orphan: 'Ei enää viitettä tekstissä',
  remove: 'Poista viite',
  empty: 'Viitteen teksti',
};
