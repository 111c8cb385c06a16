import type { Catalogue } from '../catalogue';

export const actions: Catalogue['actions'] = {
  save: 'Tallenna',
  cancel: 'Peruuta',
  close: 'Sulje',
  retry: 'Yritä uudelleen',
  reload: 'Lataa sivu uudelleen',
  add: 'Lisää',
  copied: 'Kopioitu',
  choose: 'Valitse…',
  create: 'Luo',
  archive: 'Arkistoi',
  open: 'Avaa',
};
