import type { Catalogue } from '../catalogue';

export const find: Catalogue['find'] = {
  label: 'Etsi ja korvaa',
  find: 'Etsi',
  replaceWith: 'Korvaa tekstillä',
  next: 'Seuraava osuma',
  previous: 'Edellinen osuma',
  matchCase: 'Sama kirjainkoko',
  wholeWord: 'Kokonaiset sanat',
  replace: 'Korvaa',
  replaceAll: 'Korvaa kaikki',
  position: '{{current, number}}/{{total, number}}',
  found_one: '{{count, number}} osuma',
  found_other: '{{count, number}} osumaa',
  none: 'Ei osumia',
  replaced_one: '{{count, number}} osuma korvattu',
  replaced_other: '{{count, number}} osumaa korvattu',
};
