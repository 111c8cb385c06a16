import type { Catalogue } from '../catalogue';

export const exporting: Catalogue['export'] = {
  action: 'Vie',
  actionFor: 'Vie: {{about}}',
  preparing: 'Tiedostoa tehdään.',
  done: 'Tiedosto on valmis.',
  failed: 'Vienti ei onnistunut.',
  formats: {
    docx: 'Word-asiakirja',
    html: 'Verkkosivu',
    markdown: 'Markdown-teksti',
  },
  details: {
    docx: 'Muokattavaksi tai lähetettäväksi',
    html: 'Yksi tiedosto, avautuu selaimessa myös ilman verkkoa',
    markdown: 'Pelkkää tekstiä, kuvat lopussa',
  },
};
