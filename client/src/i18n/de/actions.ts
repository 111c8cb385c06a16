import type { Catalogue } from '../catalogue';

export const actions: Catalogue['actions'] = {
  save: 'Speichern',
  cancel: 'Abbrechen',
  close: 'Schließen',
  retry: 'Erneut versuchen',
  reload: 'Seite neu laden',
  add: 'Hinzufügen',
  copied: 'Kopiert',
  choose: 'Auswählen…',
  create: 'Anlegen',
  archive: 'Archivieren',
  open: 'Öffnen',
};
