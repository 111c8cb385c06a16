import type { Catalogue } from '../catalogue';

export const exporting: Catalogue['export'] = {
  action: 'Esporta',
  actionFor: 'Esporta: {{about}}',
  preparing: 'Il file è in preparazione.',
  done: 'Il file è pronto.',
  failed: 'L’esportazione non è riuscita.',
  formats: {
    docx: 'Documento Word',
    html: 'Pagina web',
    markdown: 'Testo Markdown',
  },
  details: {
    docx: 'Da rielaborare o da inviare',
    html: 'Un solo file, per qualsiasi browser, anche senza rete',
    markdown: 'Testo semplice, immagini in fondo',
  },
};
