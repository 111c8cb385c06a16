import type { Catalogue } from '../catalogue';

export const find: Catalogue['find'] = {
  label: 'Suchen und ersetzen',
  find: 'Suchen',
  replaceWith: 'Ersetzen durch',
  next: 'Nächster Treffer',
  previous: 'Voriger Treffer',
  matchCase: 'Groß- und Kleinschreibung',
  wholeWord: 'Ganze Wörter',
  replace: 'Ersetzen',
  replaceAll: 'Alle ersetzen',
  position: '{{current, number}} von {{total, number}}',
  found_one: '{{count, number}} Treffer',
  found_other: '{{count, number}} Treffer',
  none: 'Nichts gefunden',
  replaced_one: '{{count, number}} Treffer ersetzt',
  replaced_other: '{{count, number}} Treffer ersetzt',
};
