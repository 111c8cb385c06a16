import type { Language } from '../access/role';

/** The words of the approval record as a page, in the language of what was signed. */
export interface RecordWords {
  readonly title: string;
  readonly state: string;
  readonly states: Readonly<Record<'sign-off' | 'approved' | 'published' | 'superseded' | 'other', string>>;
  readonly asked: string;
  readonly text: string;
  readonly who: string;
  readonly person: string;
  readonly decision: string;
  readonly when: string;
  readonly comment: string;
  readonly decisions: Readonly<
    Record<'agree' | 'agree-with-comments' | 'abstain' | 'object' | 'withdrawn' | 'none', string>
  >;
  readonly changes: string;
  readonly answers: string;
  readonly events: string;
  readonly check: string;
}

export const RECORD_WORDS: Readonly<Record<Language, RecordWords>> = {
  en: {
    title: 'Approval record',
    state: 'State',
    states: {
      'sign-off': 'Sign-off',
      approved: 'Approved',
      published: 'Published',
      superseded: 'Superseded',
      other: 'Reopened',
    },
    asked: 'Signatures asked for',
    text: 'Exact text (SHA-256)',
    who: 'Country or institution',
    person: 'Signatory',
    decision: 'Decision',
    when: 'When',
    comment: 'Comment',
    decisions: {
      agree: 'Agrees',
      'agree-with-comments': 'Agrees, with comments',
      abstain: 'Abstains',
      object: 'Objects',
      withdrawn: 'Taken back',
      none: 'No reply',
    },
    changes: 'Editorial changes',
    answers: 'Answers to objections',
    events: 'Every step',
    check: 'The record as JSON holds the signed text itself; `accord verify` checks it without a server.',
  },
  de: {
    title: 'Freigabeprotokoll',
    state: 'Zustand',
    states: {
      'sign-off': 'Unterschriften',
      approved: 'Freigegeben',
      published: 'Veröffentlicht',
      superseded: 'Abgelöst',
      other: 'Wieder geöffnet',
    },
    asked: 'Um Unterschriften gebeten',
    text: 'Genauer Text (SHA-256)',
    who: 'Land oder Einrichtung',
    person: 'Unterschrift durch',
    decision: 'Entscheidung',
    when: 'Wann',
    comment: 'Anmerkung',
    decisions: {
      agree: 'Stimmt zu',
      'agree-with-comments': 'Stimmt zu, mit Anmerkungen',
      abstain: 'Enthält sich',
      object: 'Widerspricht',
      withdrawn: 'Zurückgenommen',
      none: 'Keine Antwort',
    },
    changes: 'Redaktionelle Änderungen',
    answers: 'Antworten auf Widersprüche',
    events: 'Jeder Schritt',
    check:
      'Das Protokoll als JSON enthält den unterschriebenen Text selbst; `accord verify` prüft es ohne Server.',
  },
  fr: {
    title: 'Procès-verbal d’approbation',
    state: 'État',
    states: {
      'sign-off': 'En signature',
      approved: 'Approuvé',
      published: 'Publié',
      superseded: 'Remplacé',
      other: 'Rouvert',
    },
    asked: 'Signatures demandées',
    text: 'Texte exact (SHA-256)',
    who: 'Pays ou institution',
    person: 'Signataire',
    decision: 'Décision',
    when: 'Quand',
    comment: 'Remarque',
    decisions: {
      agree: 'D’accord',
      'agree-with-comments': 'D’accord, avec remarques',
      abstain: 'S’abstient',
      object: 'S’oppose',
      withdrawn: 'Retirée',
      none: 'Pas de réponse',
    },
    changes: 'Modifications rédactionnelles',
    answers: 'Réponses aux objections',
    events: 'Chaque étape',
    check:
      'Le procès-verbal au format JSON contient le texte signé lui-même\u00a0; `accord verify` le vérifie sans serveur.',
  },
  it: {
    title: 'Verbale di approvazione',
    state: 'Stato',
    states: {
      'sign-off': 'In firma',
      approved: 'Approvato',
      published: 'Pubblicato',
      superseded: 'Superato',
      other: 'Riaperto',
    },
    asked: 'Firme chieste',
    text: 'Testo esatto (SHA-256)',
    who: 'Paese o istituzione',
    person: 'Firmatario',
    decision: 'Decisione',
    when: 'Quando',
    comment: 'Osservazione',
    decisions: {
      agree: 'D’accordo',
      'agree-with-comments': 'D’accordo, con osservazioni',
      abstain: 'Si astiene',
      object: 'Si oppone',
      withdrawn: 'Ritirata',
      none: 'Nessuna risposta',
    },
    changes: 'Modifiche redazionali',
    answers: 'Risposte alle obiezioni',
    events: 'Ogni passo',
    check: 'Il verbale in JSON contiene il testo firmato stesso; `accord verify` lo verifica senza server.',
  },
  fi: {
    title: 'Hyväksymispöytäkirja',
    state: 'Tila',
    states: {
      'sign-off': 'Allekirjoitettavana',
      approved: 'Hyväksytty',
      published: 'Julkaistu',
      superseded: 'Korvattu',
      other: 'Avattu uudelleen',
    },
    asked: 'Allekirjoituksia pyydetty',
    text: 'Täsmällinen teksti (SHA-256)',
    who: 'Maa tai laitos',
    person: 'Allekirjoittaja',
    decision: 'Päätös',
    when: 'Milloin',
    comment: 'Huomautus',
    decisions: {
      agree: 'Hyväksyy',
      'agree-with-comments': 'Hyväksyy huomautuksin',
      abstain: 'Pidättyy',
      object: 'Vastustaa',
      withdrawn: 'Peruttu',
      none: 'Ei vastausta',
    },
    changes: 'Toimitukselliset muutokset',
    answers: 'Vastaukset vastalauseisiin',
    events: 'Jokainen vaihe',
    check:
      'JSON-muotoinen pöytäkirja sisältää itse allekirjoitetun tekstin; `accord verify` tarkistaa sen ilman palvelinta.',
  },
};
