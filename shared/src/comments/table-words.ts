import type { Language } from '../access/role';
import type { CommentDecision, CommentType } from './comments';

interface TableWords {
  readonly title: string;
  /** Columns in the order of `tableOfThreads`. */
  readonly head: readonly string[];
  readonly chapter: string;
  readonly somebody: string;
  readonly deleted: string;
  readonly open: string;
  readonly resolved: string;
  readonly types: Readonly<Record<CommentType, string>>;
  readonly decisions: Readonly<Record<CommentDecision, string>>;
}

/** The words of the exported table: it is written by the server, in the language of who asks for it. */
export const TABLE_WORDS: Readonly<Record<Language, TableWords>> = {
  en: {
    title: 'Comments and decisions',
    head: [
      'No.',
      'Country',
      'Person',
      'Section',
      'Text commented on',
      'Type',
      'Comment',
      'Proposed change',
      'Decision and reason',
      'State',
      'Date',
    ],
    chapter: 'Whole chapter',
    somebody: 'Somebody no longer listed',
    deleted: '(deleted)',
    open: 'open',
    resolved: 'resolved',
    types: {
      general: 'general',
      content: 'content',
      language: 'language',
      legal: 'legal or country-specific',
    },
    decisions: {
      accepted: 'accepted',
      'accepted-with-change': 'accepted with change',
      'not-accepted': 'not accepted',
      duplicate: 'duplicate',
      'out-of-scope': 'out of scope',
      postponed: 'postponed',
    },
  },
  fi: {
    title: 'Kommentit ja päätökset',
    head: [
      'Nro',
      'Maa',
      'Henkilö',
      'Luku',
      'Kommentoitu teksti',
      'Tyyppi',
      'Kommentti',
      'Muutosehdotus',
      'Päätös ja perustelu',
      'Tila',
      'Päivä',
    ],
    chapter: 'Koko luku',
    somebody: 'Joku, joka ei enää ole luettelossa',
    deleted: '(poistettu)',
    open: 'avoin',
    resolved: 'ratkaistu',
    types: {
      general: 'yleinen',
      content: 'sisältö',
      language: 'kieli',
      legal: 'oikeudellinen tai maakohtainen',
    },
    decisions: {
      accepted: 'hyväksytty',
      'accepted-with-change': 'hyväksytty muutettuna',
      'not-accepted': 'ei hyväksytty',
      duplicate: 'jo esitetty',
      'out-of-scope': 'ei kuulu aiheeseen',
      postponed: 'siirretty',
    },
  },
  fr: {
    title: 'Commentaires et décisions',
    head: [
      'N°',
      'Pays',
      'Personne',
      'Section',
      'Texte commenté',
      'Type',
      'Commentaire',
      'Modification proposée',
      'Décision et motif',
      'État',
      'Date',
    ],
    chapter: 'Tout le chapitre',
    somebody: 'Personne qui ne figure plus dans la liste',
    deleted: '(supprimé)',
    open: 'ouvert',
    resolved: 'résolu',
    types: {
      general: 'général',
      content: 'contenu',
      language: 'langue',
      legal: 'juridique ou propre à un pays',
    },
    decisions: {
      accepted: 'accepté',
      'accepted-with-change': 'accepté avec modification',
      'not-accepted': 'non accepté',
      duplicate: 'doublon',
      'out-of-scope': 'hors sujet',
      postponed: 'reporté',
    },
  },
  de: {
    title: 'Kommentare und Entscheidungen',
    head: [
      'Nr.',
      'Land',
      'Person',
      'Abschnitt',
      'Kommentierter Text',
      'Art',
      'Kommentar',
      'Vorgeschlagene Änderung',
      'Entscheidung und Grund',
      'Stand',
      'Datum',
    ],
    chapter: 'Ganzes Kapitel',
    somebody: 'Jemand, der nicht mehr aufgeführt ist',
    deleted: '(gelöscht)',
    open: 'offen',
    resolved: 'erledigt',
    types: {
      general: 'allgemein',
      content: 'Inhalt',
      language: 'Sprache',
      legal: 'rechtlich oder länderspezifisch',
    },
    decisions: {
      accepted: 'angenommen',
      'accepted-with-change': 'mit Änderung angenommen',
      'not-accepted': 'nicht angenommen',
      duplicate: 'doppelt',
      'out-of-scope': 'gehört nicht hierher',
      postponed: 'vertagt',
    },
  },
  it: {
    title: 'Commenti e decisioni',
    head: [
      'N.',
      'Paese',
      'Persona',
      'Sezione',
      'Testo commentato',
      'Tipo',
      'Commento',
      'Modifica proposta',
      'Decisione e motivo',
      'Stato',
      'Data',
    ],
    chapter: 'Tutto il capitolo',
    somebody: 'Una persona non più in elenco',
    deleted: '(eliminato)',
    open: 'aperto',
    resolved: 'risolto',
    types: { general: 'generale', content: 'contenuto', language: 'lingua', legal: 'giuridico o nazionale' },
    decisions: {
      accepted: 'accettato',
      'accepted-with-change': 'accettato con modifiche',
      'not-accepted': 'non accettato',
      duplicate: 'doppione',
      'out-of-scope': 'fuori tema',
      postponed: 'rinviato',
    },
  },
};
