import type { Catalogue } from '../catalogue';

export const chapter: Catalogue['chapter'] = {
  outline: {
    title: 'Jäsennys',
    show: 'Näytä jäsennys',
  },
  margin: {
    show: 'Näytä marginaali',
    title: 'Kommentit ja tiedot',
  },
  about: {
    tab: 'Tiedot',
    state: 'Tila',
    writer: 'Kirjoittaja',
    noWriter: 'Ei vielä nimetty',
    due: 'Määräaika',
    noDue: 'Ei määräpäivää',
    words: 'Pituus',
    lastEdit: 'Viimeisin muutos',
    never: 'Ei vielä muutoksia',
    role: 'Roolisi',
    contributors: 'Ketkä ovat kirjoittaneet',
    noContributors: 'Ei vielä kukaan.',
    someone: 'Joku, jota ei enää ole luettelossa',
  },
  versions: {
    tab: 'Versiot',
    none: 'Versioita ei vielä ole. Versio tallentuu itsestään, kun kirjoittamisessa on tauko.',
    keep: 'Nimeä tämä versio',
    name: 'Nimi',
    nameHint: 'Esimerkiksi ”Lähetetty kumppaneille toukokuussa”.',
    note: 'Huomautus',
    kept: 'Versio ”{{name}}” on tallennettu.',
    kinds: {
      created: 'Luku luotu',
      automatic: 'Tallentui itsestään',
      named: 'Nimetty versio',
      'state-change': 'Tila muuttui',
      import: 'Tuotu',
      'bulk-decision': 'Useita ehdotuksia ratkaistu',
      restore: 'Palautettu',
      'before-restore': 'Ennen palautusta',
    },
  },
  locked: {
    coordinator: '{{person}} koordinoi tuotosta ja voi avata luvun uudelleen.',
    country: 'Maan {{country}} koordinaattori voi avata luvun uudelleen.',
    state: 'Teksti on lukittu: {{state}}.',
    archived: 'Luku on arkistoitu. Sitä voi lukea mutta ei muuttaa.',
  },
  banners: {
    reader: 'Voit lukea tätä lukua. Jos haluat kirjoittaa, pyydä roolia: {{person}}.',
    offlineReading: 'Ei yhteyttä. Näet tekstin sellaisena kuin se viimeksi luettiin tällä laitteella.',
    static: 'Näet viimeksi tallennetun tekstin.',
    refused: 'Elävää tekstiä ei voi avata tässä.',
  },
  opening: 'Avataan lukua…',
};
