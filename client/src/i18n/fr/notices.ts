import type { Catalogue } from '../catalogue';

export const notices: Catalogue['notices'] = {
  mentioned: '{{name}} vous mentionne',
  commentedSuggestion: '{{name}} a commenté votre suggestion',
  commentedChapter: '{{name}} a commenté votre chapitre',
  replied: '{{name}} a répondu',
  resolved: '{{name}} a résolu une discussion à laquelle vous avez participé',
  reopened: '{{name}} a rouvert une discussion à laquelle vous avez participé',
  decided: '{{name}} a tranché sur un commentaire que vous avez discuté',
  accepted: '{{name}} a accepté votre suggestion',
  acceptedSeveral_one: '{{name}} a accepté {{count, number}} de vos suggestions',
  acceptedSeveral_other: '{{name}} a accepté {{count, number}} de vos suggestions',
  rejected: '{{name}} a rejeté votre suggestion',
  rejectedSeveral_one: '{{name}} a rejeté {{count, number}} de vos suggestions',
  rejectedSeveral_other: '{{name}} a rejeté {{count, number}} de vos suggestions',
  takenBack: '{{name}} a annulé la décision concernant votre suggestion',
  takenBackSeveral_one: '{{name}} a annulé la décision concernant {{count, number}} de vos suggestions',
  takenBackSeveral_other: '{{name}} a annulé la décision concernant {{count, number}} de vos suggestions',
  somebody: 'Quelqu’un',
  unread: 'Non lue :',
  markAllRead: 'Tout marquer comme lu',
  more_one: 'En afficher {{count, number}} de plus',
  more_other: 'En afficher {{count, number}} de plus',
  none: 'Rien pour l’instant. Quand quelqu’un vous mentionne, vous répond ou décide de votre suggestion, cela apparaît ici.',
  nothingNew:
    'Rien de nouveau. Quand quelqu’un vous mentionne, vous répond ou décide de votre suggestion, cela apparaît ici.',
};
