import type { Catalogue } from '../catalogue';

/** Who wrote the selected words. */
export const authors: Catalogue['authors'] = {
  title: 'Wer hat das geschrieben',
  note: 'Nach den Aufzeichnungen des Servers. Verschobene, kopierte und wiederhergestellte Wörter bleiben bei der Person, die sie zuerst geschrieben hat.',
  nothing: 'Wählen Sie zuerst Wörter aus oder setzen Sie den Cursor in einen Absatz.',
  changed: 'Der Text hat sich gerade geändert oder wird noch gespeichert.',
  again: 'Noch einmal fragen',
  template: 'Vorlage oder unbekannt',
  someone: 'Jemand, der nicht mehr dabei ist',
};
