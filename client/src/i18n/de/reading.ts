import type { Catalogue } from '../catalogue';

export const reading: Catalogue['reading'] = {
  contents: 'Inhalt',
  print: 'Drucken',
  toOutput: 'Zum Ergebnis',
  openFor: '„{{title}}“ öffnen',
  unreadable:
    'Der Text dieses Kapitels lässt sich zurzeit nicht lesen. Geben Sie der Administration Bescheid; es wurde nichts überschrieben.',
  empty: 'Noch nicht geschrieben.',
  none: 'Noch nichts zu lesen',
  noneExplain: 'Das Ergebnis hat keine Kapitel, die Sie lesen dürfen.',
  printed: 'Aus Accord gedruckt am {{day}}',
};
