import type { Catalogue } from '../catalogue';

export const failures: Catalogue['failures'] = {
  title: 'Qualcosa è di ostacolo',
  codes: {
    'bad-request': 'Il server non è riuscito a leggere la richiesta. Ricarica la pagina e riprova.',
    'invalid-input': 'Una parte dei dati inseriti non può essere accettata. Controlla i campi e riprova.',
    'not-signed-in': 'La sessione è terminata. Accedi di nuovo: tornerai in questo punto.',
    'wrong-credentials':
      'L’indirizzo e-mail o la password non è corretta. Controlla entrambi o chiedi all’amministrazione un link di reimpostazione.',
    'link-expired': 'Questo link è già stato usato o è scaduto. Chiedine uno nuovo a chi te l’ha inviato.',
    'not-allowed': 'Il tuo ruolo non lo permette. Se ti serve, rivolgiti a chi coordina il prodotto.',
    'foreign-origin':
      'La pagina è stata aperta da un indirizzo diverso da quello previsto. Apri Accord al suo indirizzo abituale.',
    'account-disabled': 'Questo account è disattivato. Chiedi all’amministrazione di riattivarlo.',
    'not-found': 'Non è qui: forse è stato rimosso, o l’indirizzo è sbagliato. Riparti dalla scrivania.',
    'already-decided': 'Qualcun altro ha già deciso. La pagina ora mostra come.',
    'conflicts-with-text':
      'Nel frattempo il testo è cambiato e questo non corrisponde più. Guardi di nuovo, poi lo inserisca a mano o lo scarti.',
    conflict: 'Qualcuno lo ha modificato nello stesso momento. Guarda il nuovo stato e riprova.',
    'different-chapters':
      'Queste versioni appartengono a capitoli diversi e non si possono confrontare. Scegli due versioni dello stesso capitolo.',
    'email-taken': 'Questo indirizzo e-mail è già in uso. Indicane un altro o accedi con questo.',
    'last-administrator':
      'È l’ultima persona con diritti di amministrazione. Assegnali prima a qualcun altro.',
    'open-suggestions': 'Ci sono ancora suggerimenti aperti. Prima accetti o rifiuti ciascuno.',
    'open-comments': 'Ci sono ancora commenti aperti. Li guardi, oppure chieda comunque le firme.',
    'policy-not-met': 'Non tutti hanno ancora firmato, o qualcuno si oppone. Veda chi manca.',
    'no-signatories':
      'Non sono indicate tutte le persone che devono firmare. Ne indichi una per ciascun posto nella pagina del prodotto.',
    'not-in-sign-off': 'Qui non si chiedono più firme. La pagina mostra ora la situazione.',
    'text-changed': 'Il testo è cambiato da quando l’ha aperto. Legga le novità, poi firmi di nuovo.',
    'reason-needed': 'Indichi un motivo, perché gli altri capiscano.',
    'chapter-locked':
      'Il testo di questo capitolo è bloccato nello stato attuale. Chi coordina può riaprirlo.',
    archived: 'Questo elemento è archiviato. Ripristinalo prima di modificarlo.',
    'too-large': 'È troppo grande. Riduci le dimensioni e riprova.',
    'unsupported-media':
      'Questo tipo di file non può essere usato. Scegli un’immagine PNG, JPEG, GIF, WebP o AVIF.',
    'unreadable-image':
      'L’immagine non è leggibile; il file potrebbe essere danneggiato. Salvala di nuovo e scegli il nuovo file.',
    'password-too-short':
      'La password deve avere almeno 12 caratteri. Qualche parola senza legami tra loro va benissimo.',
    'password-too-common':
      'Questa password è troppo facile da indovinare. Scegline una che nessun altro userebbe.',
    'too-many-requests': 'Troppi tentativi in poco tempo. Aspetta un minuto e riprova.',
    'document-unreadable':
      'Il testo salvato di questo capitolo al momento non è leggibile. Nulla è stato modificato; avvisa l’amministrazione.',
    'read-only-storage':
      'Al momento il server non può salvare. Le tue parole restano su questo dispositivo; avvisa l’amministrazione.',
    unavailable: 'Il server non è raggiungibile. Controlla la connessione e riprova.',
    internal: 'Si è verificato un errore sul server. Riprova; se persiste, avvisa l’amministrazione.',
  },
  retryIn_one: 'Puoi riprovare tra {{count, number}} secondo.',
  retryIn_other: 'Puoi riprovare tra {{count, number}} secondi.',
};
