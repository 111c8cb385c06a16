import type { Catalogue } from '../catalogue';

export const words: Catalogue['words'] = {
  states: {
    draft: 'Entwurf',
    'in-review': 'In Prüfung',
    'changes-requested': 'Änderungen erbeten',
    'sign-off': 'Zur Freigabe',
    approved: 'Freigegeben',
    published: 'Veröffentlicht',
    superseded: 'Abgelöst',
  },
  roles: {
    reader: 'Leserecht',
    commenter: 'Kommentarrecht',
    reviewer: 'Prüfung',
    translator: 'Übersetzung',
    author: 'Autorenschaft',
    coordinator: 'Koordination',
  },
  administrator: 'Administration',
  kinds: {
    'guidance-tool': 'Leitfaden',
    study: 'Studie',
    brochure: 'Broschüre',
    'executive-summary': 'Kurzfassung',
  },
  pips: {
    signed: 'hat gezeichnet',
    awaited: 'Zeichnung steht aus',
    objecting: 'erhebt Einspruch',
    'not-asked': 'noch nicht um Zeichnung gebeten',
  },
  wordCount_one: '{{count, number}} Wort',
  wordCount_other: '{{count, number}} Wörter',
  chapterCount_one: '{{count, number}} Kapitel',
  chapterCount_other: '{{count, number}} Kapitel',
};
