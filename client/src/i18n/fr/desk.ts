import type { Catalogue } from '../catalogue';

export const desk: Catalogue['desk'] = {
  title: 'Bureau',
  waiting: {
    title: 'En attente de vous',
    write: 'À rédiger',
    rework: 'À reprendre après relecture',
    review: 'Relecture à suivre',
    sign: 'Signer',
    decide: 'Décider des suggestions',
    suggestions_one: '{{count, number}} suggestion à décider',
    suggestions_other: '{{count, number}} suggestions à décider',
    noDate: 'Pas d’échéance',
    due: 'Échéance : {{when}}',
    overdue: 'En retard : échéance {{when}}',
    none: 'Rien ne vous attend',
    noneExplain:
      'Quand un chapitre vous est confié ou qu’un chapitre que vous coordonnez est en relecture, il apparaît ici. Plus bas, vous pouvez ouvrir et lire n’importe quel chapitre.',
  },
  concerns: 'Ce qui vous concerne',
  outputs: {
    title: 'Où en est chaque production',
    none: 'Il n’y a pas encore de production',
    noneReader:
      'Vous n’avez encore de rôle sur aucune production. Demandez-en un à la coordination ou à l’administration.',
    noneCreate: 'Créez la première production ; ses chapitres peuvent venir d’un modèle.',
    create: 'Créer une production',
    issue: 'Thème {{number}}',
    coordinated: 'Coordination : {{country}}',
    signOff: 'Signatures par pays',
    chapters: 'Chapitres de {{title}}',
    noChapters: 'Aucun chapitre pour l’instant. Ouvrez la production pour ajouter le premier.',
    mine: 'À vous',
  },
};
