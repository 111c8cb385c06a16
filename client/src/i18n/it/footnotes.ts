import type { Catalogue } from '../catalogue';

export const footnotes: Catalogue['footnotes'] = {
  insert: 'Nota a piè di pagina',
  words: 'nota, rimando, fonte',
  reference: 'Nota {{number}}',
  referenceText: 'Nota {{number}}: {{text}}',
  missing: 'La nota {{number}} ha perso il testo. Premi per riscriverlo.',
  back: 'Torna al testo dalla nota {{number}}',
  orphan: 'Non più richiamata nel testo',
  remove: 'Rimuovi la nota',
  empty: 'Testo della nota',
};
