import type { Catalogue } from '../catalogue';

export const exporting: Catalogue['export'] = {
  action: 'Exporter',
  actionFor: 'Exporter : {{about}}',
  preparing: 'Le fichier est en préparation.',
  done: 'Le fichier est prêt.',
  failed: 'L’exportation n’a pas abouti.',
  formats: {
    docx: 'Document Word',
    html: 'Page web',
    markdown: 'Texte Markdown',
  },
  details: {
    docx: 'À retravailler ou à envoyer',
    html: 'Un seul fichier, lisible dans tout navigateur, même hors ligne',
    markdown: 'Texte brut, images à la fin',
  },
};
