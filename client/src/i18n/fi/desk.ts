import type { Catalogue } from '../catalogue';

export const desk: Catalogue['desk'] = {
  title: 'Työpöytä',
  waiting: {
    title: 'Odottaa sinua',
    write: 'Kirjoita',
    rework: 'Muokkaa katselmoinnin jälkeen',
    review: 'Huolehdi katselmoinnista',
    sign: 'Allekirjoita',
    decide: 'Päätä ehdotuksista',
    suggestions_one: '{{count, number}} ehdotus päätettävänä',
    suggestions_other: '{{count, number}} ehdotusta päätettävänä',
    noDate: 'Ei määräpäivää',
    due: 'Määräaika {{when}}',
    overdue: 'Myöhässä: määräaika oli {{when}}',
    none: 'Mikään ei odota sinua',
    noneExplain:
      'Kun sinut nimetään luvun kirjoittajaksi tai koordinoimasi luku on katselmoitavana, se näkyy tässä. Alta voit avata minkä tahansa luvun ja lukea mukana.',
  },
  concerns: 'Sinua koskevaa',
  outputs: {
    title: 'Missä kukin tuotos on menossa',
    none: 'Tuotoksia ei vielä ole',
    noneReader:
      'Sinulla ei vielä ole roolia missään tuotoksessa. Pyydä rooli koordinaattorilta tai ylläpitäjältä.',
    noneCreate: 'Luo ensimmäinen tuotos; sen luvut voi ottaa mallipohjasta.',
    create: 'Luo tuotos',
    issue: 'Teema {{number}}',
    coordinated: 'Koordinoi {{country}}',
    signOff: 'Hyväksynnät maittain',
    chapters: 'Luvut: {{title}}',
    noChapters: 'Ei vielä lukuja. Avaa tuotos ja lisää ensimmäinen.',
    mine: 'Sinun',
  },
};
