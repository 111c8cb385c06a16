import type { Catalogue } from '../catalogue';

export const reading: Catalogue['reading'] = {
  contents: 'Indice',
  print: 'Stampa',
  toOutput: 'Al prodotto',
  openFor: 'Apri «{{title}}»',
  unreadable:
    'Il testo di questo capitolo al momento non si può leggere. Avvisa l’amministrazione; nulla è stato sovrascritto.',
  empty: 'Non ancora scritto.',
  none: 'Non c’è ancora nulla da leggere',
  noneExplain: 'Il prodotto non ha capitoli che tu possa leggere.',
  printed: 'Stampato da Accord il {{day}}',
};
