import type { Catalogue } from '../catalogue';

export const find: Catalogue['find'] = {
  label: 'Rechercher et remplacer',
  find: 'Rechercher',
  replaceWith: 'Remplacer par',
  next: 'Résultat suivant',
  previous: 'Résultat précédent',
  matchCase: 'Respecter la casse',
  wholeWord: 'Mots entiers',
  replace: 'Remplacer',
  replaceAll: 'Tout remplacer',
  position: '{{current, number}} sur {{total, number}}',
  found_one: '{{count, number}} résultat',
  found_other: '{{count, number}} résultats',
  none: 'Aucun résultat',
  replaced_one: '{{count, number}} résultat remplacé',
  replaced_other: '{{count, number}} résultats remplacés',
};
