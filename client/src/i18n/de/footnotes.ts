import type { Catalogue } from '../catalogue';

export const footnotes: Catalogue['footnotes'] = {
  insert: 'Fußnote',
  words: 'Anmerkung, Verweis, Quelle',
  reference: 'Fußnote {{number}}',
  referenceText: 'Fußnote {{number}}: {{text}}',
  missing: 'Fußnote {{number}} hat ihren Text verloren. Drücken, um ihn neu zu schreiben.',
  back: 'Zurück zum Text von Fußnote {{number}}',
  orphan: 'Im Text nicht mehr erwähnt',
  remove: 'Anmerkung entfernen',
  empty: 'Text der Fußnote',
};
