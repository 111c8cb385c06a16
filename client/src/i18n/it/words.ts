import type { Catalogue } from '../catalogue';

export const words: Catalogue['words'] = {
  states: {
    draft: 'Bozza',
    'in-review': 'In revisione',
    'changes-requested': 'Modifiche richieste',
    'sign-off': 'Alla firma',
    approved: 'Approvato',
    published: 'Pubblicato',
    superseded: 'Sostituito',
  },
  roles: {
    reader: 'Lettura',
    commenter: 'Commento',
    reviewer: 'Revisione',
    translator: 'Traduzione',
    author: 'Redazione',
    coordinator: 'Coordinamento',
  },
  administrator: 'Amministrazione',
  kinds: {
    'guidance-tool': 'Guida pratica',
    study: 'Studio',
    brochure: 'Opuscolo',
    'executive-summary': 'Sintesi',
  },
  pips: {
    signed: 'ha firmato',
    awaited: 'firma attesa',
    objecting: 'si oppone',
    'not-asked': 'firma non ancora richiesta',
  },
  wordCount_one: '{{count, number}} parola',
  wordCount_other: '{{count, number}} parole',
  wordCount_many: '{{count, number}} di parole',
  chapterCount_one: '{{count, number}} capitolo',
  chapterCount_other: '{{count, number}} capitoli',
  chapterCount_many: '{{count, number}} di capitoli',
};
