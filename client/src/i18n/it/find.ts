import type { Catalogue } from '../catalogue';

export const find: Catalogue['find'] = {
  label: 'Trova e sostituisci',
  find: 'Trova',
  replaceWith: 'Sostituisci con',
  next: 'Risultato successivo',
  previous: 'Risultato precedente',
  matchCase: 'Maiuscole/minuscole',
  wholeWord: 'Parole intere',
  replace: 'Sostituisci',
  replaceAll: 'Sostituisci tutto',
  position: '{{current, number}} di {{total, number}}',
  found_one: '{{count, number}} risultato',
  found_other: '{{count, number}} risultati',
  none: 'Nessun risultato',
  replaced_one: '{{count, number}} risultato sostituito',
  replaced_other: '{{count, number}} risultati sostituiti',
};
