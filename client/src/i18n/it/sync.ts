import type { Catalogue } from '../catalogue';

export const sync: Catalogue['sync'] = {
  state: {
    label: 'Le mie parole sono al sicuro?',
    saved: 'Salvato',
    saving: 'Salvataggio…',
    notSaved_one: 'Non salvato: {{count, number}} modifica conservata su questo dispositivo',
    notSaved_other: 'Non salvato: {{count, number}} modifiche conservate su questo dispositivo',
    readOnly: 'Sola lettura: {{reason}}',
    reasons: {
      opening: 'il capitolo si sta aprendo',
      reader: 'il suo ruolo qui è leggere',
      locked: 'il testo è bloccato nello stato attuale',
      archived: 'il capitolo è archiviato',
      'setting-aside': 'le sue ultime parole vengono messe da parte',
      malformed: 'il server non è riuscito a leggere ciò che questa pagina ha inviato',
      'not-signed-in': 'la sessione è terminata',
      'another-person': 'in questo browser ha effettuato l’accesso un’altra persona',
      'not-allowed': 'non può più aprire questo capitolo',
      'not-found': 'il capitolo non è più qui',
      'foreign-client-id': 'questa pagina si sta rinnovando',
      'older-generation': 'il capitolo è stato ripristinato da un backup',
      'older-schema': 'questa pagina è più vecchia del testo; la ricarichi',
      'too-large': 'una modifica era troppo grande per il server',
      'too-many-requests': 'il server ha chiesto una pausa',
      'document-unreadable': 'il server non riesce a leggere il testo salvato',
      'read-only-storage': 'il server non riesce a salvare le modifiche',
    },
  },
  offline:
    'Nessuna connessione. Può continuare a scrivere; le modifiche restano su questo dispositivo e saranno inviate più tardi.',
  notKept:
    'Questo browser non conserva nulla sul dispositivo. Non chiuda la pagina prima che le modifiche siano salvate.',
  outdated: {
    title: 'Questa pagina è più vecchia del testo.',
    explain:
      'Qui è già stata usata una versione più recente di Accord. Ricarichi la pagina per continuare; ciò che ha scritto è conservato su questo dispositivo.',
  },
  anotherPerson: {
    title: 'In questo browser ha effettuato l’accesso un’altra persona.',
    explain:
      'Le sue parole non vengono inviate a nome di altri. Ciò che ha scritto è conservato su questo dispositivo fino al suo prossimo accesso. Ricarichi la pagina per continuare come la persona che ha effettuato l’accesso.',
  },
  kept: {
    title: 'Parole sue che non sono state accolte',
    explain:
      'Non è stato possibile aggiungerle al capitolo ({{reason}}). Nulla è perduto: copi ciò che le serve, poi le rimuova da qui.',
    copy: 'Copia queste parole',
    selectByHand: 'Il browser non ha permesso la copia. Selezioni le parole e le copi.',
    forget: 'Rimuovi da qui',
    changes_one: '{{count, number}} modifica non è stata accolta',
    changes_other: '{{count, number}} modifiche non sono state accolte',
    nothing: 'Solo cancellazioni o formattazione; non ci sono parole da copiare.',
    mayNotWrite: 'non può più scrivere qui',
    forgetAsk: 'Rimuovere queste parole?',
    forgetExplain: 'Non si trovano altrove: rimosse da qui, sono perse.',
    orphaned: 'Da un passaggio che non c’è più',
  },
};
