import type { Catalogue } from '../catalogue';

export const reading: Catalogue['reading'] = {
  contents: 'Sommaire',
  print: 'Imprimer',
  toOutput: 'Vers la production',
  openFor: 'Ouvrir « {{title}} »',
  unreadable:
    'Le texte de ce chapitre ne peut pas être lu pour le moment. Prévenez l’administration ; rien n’a été écrasé.',
  empty: 'Pas encore rédigé.',
  none: 'Il n’y a encore rien à lire',
  noneExplain: 'La production n’a aucun chapitre que vous puissiez lire.',
  printed: 'Imprimé depuis Accord le {{day}}',
};
