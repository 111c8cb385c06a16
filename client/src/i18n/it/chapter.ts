import type { Catalogue } from '../catalogue';

export const chapter: Catalogue['chapter'] = {
  outline: {
    title: 'Struttura',
    show: 'Mostra la struttura',
  },
  margin: {
    show: 'Mostra il margine',
    title: 'Commenti e informazioni',
  },
  about: {
    tab: 'Info',
    state: 'Stato',
    writer: 'Redazione',
    noWriter: 'Ancora nessuno',
    due: 'Scadenza',
    noDue: 'Nessuna scadenza',
    words: 'Lunghezza',
    lastEdit: 'Ultima modifica',
    never: 'Ancora nessuna modifica',
    role: 'Il tuo ruolo',
    contributors: 'Chi ha scritto qui',
    noContributors: 'Ancora nessuno.',
    someone: 'Qualcuno non più in elenco',
  },
  versions: {
    tab: 'Versioni',
    none: 'Ancora nessuna versione. Se ne salva una da sola dopo una pausa nella scrittura.',
    keep: 'Dai un nome a questa versione',
    name: 'Nome',
    nameHint: 'Per esempio «Inviata ai partner a maggio».',
    note: 'Nota',
    kept: 'La versione «{{name}}» è salvata.',
    kinds: {
      created: 'Capitolo creato',
      automatic: 'Salvata da sola',
      named: 'Versione con nome',
      'state-change': 'Cambio di stato',
      import: 'Importata',
      'bulk-decision': 'Più suggerimenti decisi',
      restore: 'Ripristinata',
      'before-restore': 'Prima di un ripristino',
    },
  },
  locked: {
    coordinator: '{{person}} coordina questo prodotto e può riaprire il capitolo.',
    country: 'Chi coordina ({{country}}) può riaprire il capitolo.',
    state: 'Il testo è bloccato: {{state}}.',
    archived: 'Questo capitolo è archiviato. Si può leggere, non modificare.',
  },
  banners: {
    reader: 'Puoi leggere questo capitolo. Per scriverci, chiedi un ruolo a {{person}}.',
    offlineReading: 'Nessuna connessione. Vedi il testo com’era all’ultima lettura su questo dispositivo.',
    static: 'Vedi l’ultimo testo salvato.',
    refused: 'Il testo in tempo reale non può essere aperto qui.',
  },
  opening: 'Apertura del capitolo…',
};
