import type { Catalogue } from '../catalogue';

export const app: Catalogue['app'] = {
  skip: 'Vai al contenuto',
  places: {
    label: 'Aree',
    desk: 'Scrivania',
    outputs: 'Prodotti',
    people: 'Persone',
    settings: 'Impostazioni',
  },
  bell: {
    title: 'Notifiche',
    unread_one: 'Notifiche: {{count, number}} non letta',
    unread_other: 'Notifiche: {{count, number}} non lette',
  },
  account: {
    label: 'Account di {{name}}',
    language: 'Lingua',
    appearance: 'Aspetto',
    light: 'Chiaro',
    dark: 'Scuro',
    system: 'Come il sistema',
    settings: 'Le mie impostazioni',
    keys: 'Scorciatoie da tastiera',
    signOut: 'Esci',
  },
  signOut: {
    comments: 'Commenti non inviati',
    title: 'Una parte del tuo testo non è ancora sul server',
    explain:
      'Uscendo si cancella ciò che Accord conserva su questo dispositivo. Questi capitoli hanno modifiche che sono solo qui:',
    stay: 'Resta connesso',
    save: 'Scarica il testo non inviato',
    wipe: 'Esci e scartalo',
    changes_one: '{{count, number}} modifica',
    changes_other: '{{count, number}} modifiche',
  },
  keys: {
    title: 'Scorciatoie da tastiera',
    everywhere: 'Ovunque',
    thisList: 'Mostra questo elenco',
    closeDialog: 'Chiudi una finestra o un menu',
    nextPart: 'Parte successiva della pagina',
  },
  loading: 'Caricamento…',
  notFound: {
    title: 'Qui non c’è nessuna pagina',
    explain:
      'L’indirizzo potrebbe essere sbagliato, oppure ciò a cui portava è stato rimosso. La scrivania mostra tutto ciò che puoi aprire.',
    toDesk: 'Vai alla scrivania',
  },
  broken: {
    title: 'Questa pagina ha smesso di funzionare',
    explain:
      'L’errore è nostro. Ciò che hai scritto è conservato su questo dispositivo e sul server. Ricarica la pagina; se succede ancora, racconta all’amministrazione che cosa stavi facendo.',
    details: 'Per l’amministrazione',
  },
  outdated: {
    title: 'Accord è stato aggiornato',
    explain:
      'Questa pagina appartiene a una versione precedente. Ricaricala per continuare; nulla di ciò che hai scritto va perso.',
  },
};
