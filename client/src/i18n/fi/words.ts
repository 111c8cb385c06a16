import type { Catalogue } from '../catalogue';

export const words: Catalogue['words'] = {
  states: {
    draft: 'Luonnos',
    'in-review': 'Katselmoitavana',
    'changes-requested': 'Muutoksia pyydetty',
    'sign-off': 'Hyväksyttävänä',
    approved: 'Hyväksytty',
    published: 'Julkaistu',
    superseded: 'Korvattu uudella',
  },
  roles: {
    reader: 'Lukija',
    commenter: 'Kommentoija',
    reviewer: 'Katselmoija',
    translator: 'Kääntäjä',
    author: 'Kirjoittaja',
    coordinator: 'Koordinaattori',
  },
  administrator: 'Ylläpitäjä',
  kinds: {
    'guidance-tool': 'Opas',
    study: 'Tutkimus',
    brochure: 'Esite',
    'executive-summary': 'Tiivistelmä',
  },
  pips: {
    signed: 'allekirjoittanut',
    awaited: 'allekirjoitusta odotetaan',
    objecting: 'vastustaa',
    'not-asked': 'allekirjoitusta ei ole pyydetty',
  },
  wordCount_one: '{{count, number}} sana',
  wordCount_other: '{{count, number}} sanaa',
  chapterCount_one: '{{count, number}} luku',
  chapterCount_other: '{{count, number}} lukua',
};
