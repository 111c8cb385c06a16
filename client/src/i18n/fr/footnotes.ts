import type { Catalogue } from '../catalogue';

export const footnotes: Catalogue['footnotes'] = {
  insert: 'Note de bas de page',
  words: 'note, renvoi, source',
  reference: 'Note {{number}}',
  referenceText: 'Note {{number}} : {{text}}',
  missing: 'La note {{number}} a perdu son texte. Appuyez pour l’écrire à nouveau.',
  back: 'Revenir au texte depuis la note {{number}}',
  orphan: 'N’est plus appelée dans le texte',
  remove: 'Retirer la note',
  empty: 'Texte de la note',
};
