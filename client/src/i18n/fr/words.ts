import type { Catalogue } from '../catalogue';

export const words: Catalogue['words'] = {
  states: {
    draft: 'Brouillon',
    'in-review': 'En relecture',
    'changes-requested': 'Modifications demandées',
    'sign-off': 'À signer',
    approved: 'Approuvé',
    published: 'Publié',
    superseded: 'Remplacé',
  },
  roles: {
    reader: 'Lecture',
    commenter: 'Commentaire',
    reviewer: 'Relecture',
    translator: 'Traduction',
    author: 'Rédaction',
    coordinator: 'Coordination',
  },
  administrator: 'Administration',
  kinds: {
    'guidance-tool': 'Guide pratique',
    study: 'Étude',
    brochure: 'Brochure',
    'executive-summary': 'Synthèse',
  },
  pips: {
    signed: 'a signé',
    awaited: 'signature attendue',
    objecting: 's’oppose',
    'not-asked': 'signature pas encore demandée',
  },
  wordCount_one: '{{count, number}} mot',
  wordCount_other: '{{count, number}} mots',
  wordCount_many: '{{count, number}} de mots',
  chapterCount_one: '{{count, number}} chapitre',
  chapterCount_other: '{{count, number}} chapitres',
  chapterCount_many: '{{count, number}} de chapitres',
};
