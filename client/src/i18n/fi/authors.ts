import type { Catalogue } from '../catalogue';

/** Who wrote the selected words. */
export const authors: Catalogue['authors'] = {
  title: 'Kuka tämän kirjoitti',
  note: 'Palvelimen kirjanpidon mukaan. Siirretyt, kopioidut ja palautetut sanat pysyvät sen nimissä, joka ne ensin kirjoitti.',
  nothing: 'Valitse ensin sanoja tai vie kohdistin kappaleeseen.',
  changed: 'Teksti on juuri muuttunut tai sitä tallennetaan vielä.',
  again: 'Kysy uudelleen',
  template: 'Mallipohja tai tuntematon',
  someone: 'Joku, joka ei ole enää mukana',
};
