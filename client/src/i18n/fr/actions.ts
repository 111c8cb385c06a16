import type { Catalogue } from '../catalogue';

export const actions: Catalogue['actions'] = {
  save: 'Enregistrer',
  cancel: 'Annuler',
  close: 'Fermer',
  retry: 'Réessayer',
  reload: 'Recharger la page',
  add: 'Ajouter',
  copied: 'Copié',
  choose: 'Choisir…',
  create: 'Créer',
  archive: 'Archiver',
  open: 'Ouvrir',
};
