import type { Catalogue } from '../catalogue';

export const exporting: Catalogue['export'] = {
  action: 'Exportieren',
  actionFor: '{{about}} exportieren',
  preparing: 'Die Datei wird erstellt.',
  done: 'Die Datei ist fertig.',
  failed: 'Der Export ist nicht gelungen.',
  formats: {
    docx: 'Word-Dokument',
    html: 'Webseite',
    markdown: 'Markdown-Text',
  },
  details: {
    docx: 'Zum Weiterbearbeiten oder Verschicken',
    html: 'Eine Datei für jeden Browser, auch ohne Netz',
    markdown: 'Reiner Text, Bilder am Ende',
  },
};
