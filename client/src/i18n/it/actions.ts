import type { Catalogue } from '../catalogue';

export const actions: Catalogue['actions'] = {
  save: 'Salva',
  cancel: 'Annulla',
  close: 'Chiudi',
  retry: 'Riprova',
  reload: 'Ricarica la pagina',
  add: 'Aggiungi',
  copied: 'Copiato',
  choose: 'Scegli…',
  create: 'Crea',
  archive: 'Archivia',
  open: 'Apri',
};
