import type { Catalogue } from '../catalogue';

export const reading: Catalogue['reading'] = {
  contents: 'Sisällys',
  print: 'Tulosta',
  toOutput: 'Tuotoksen sivulle',
  openFor: 'Avaa ”{{title}}”',
  unreadable:
    'Tämän luvun tekstiä ei voi juuri nyt lukea. Kerro ylläpitäjälle; mitään ei ole kirjoitettu yli.',
  empty: 'Ei vielä kirjoitettu.',
  none: 'Luettavaa ei vielä ole',
  noneExplain: 'Tuotoksessa ei ole lukuja, joita saisit lukea.',
  printed: 'Tulostettu Accordista {{day}}',
};
