import type { Catalogue } from '../catalogue';

export const desk: Catalogue['desk'] = {
  title: 'Scrivania',
  waiting: {
    title: 'In attesa di te',
    write: 'Da scrivere',
    rework: 'Da rivedere dopo la revisione',
    review: 'Revisione da seguire',
    sign: 'Firmare',
    decide: 'Decidi sui suggerimenti',
    suggestions_one: '{{count, number}} suggerimento da decidere',
    suggestions_other: '{{count, number}} suggerimenti da decidere',
    noDate: 'Nessuna scadenza',
    due: 'Scadenza: {{when}}',
    overdue: 'In ritardo: scadeva {{when}}',
    none: 'Niente ti aspetta',
    noneExplain:
      'Quando un capitolo ti viene affidato, o uno che coordini è in revisione, compare qui. Più sotto puoi aprire e leggere qualsiasi capitolo.',
  },
  concerns: 'Ciò che ti riguarda',
  outputs: {
    title: 'A che punto è ogni prodotto',
    none: 'Non ci sono ancora prodotti',
    noneReader:
      'Non hai ancora un ruolo in nessun prodotto. Chiedilo al coordinamento o all’amministrazione.',
    noneCreate: 'Crea il primo prodotto; i suoi capitoli possono venire da un modello.',
    create: 'Crea un prodotto',
    issue: 'Tema {{number}}',
    coordinated: 'Coordinamento: {{country}}',
    signOff: 'Firme per paese',
    chapters: 'Capitoli di {{title}}',
    noChapters: 'Ancora nessun capitolo. Apri il prodotto per aggiungere il primo.',
    mine: 'Tuo',
  },
};
