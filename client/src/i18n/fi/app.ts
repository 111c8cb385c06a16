import type { Catalogue } from '../catalogue';

export const app: Catalogue['app'] = {
  skip: 'Siirry sisältöön',
  places: {
    label: 'Paikat',
    desk: 'Työpöytä',
    outputs: 'Tuotokset',
    people: 'Ihmiset',
    settings: 'Asetukset',
  },
  bell: {
    title: 'Ilmoitukset',
    unread_one: 'Ilmoitukset: {{count, number}} lukematon',
    unread_other: 'Ilmoitukset: {{count, number}} lukematonta',
  },
  account: {
    label: 'Käyttäjä {{name}}',
    language: 'Kieli',
    appearance: 'Ulkoasu',
    light: 'Vaalea',
    dark: 'Tumma',
    system: 'Järjestelmän mukaan',
    settings: 'Omat asetukset',
    keys: 'Pikanäppäimet',
    signOut: 'Kirjaudu ulos',
  },
  signOut: {
    comments: 'Lähettämättömät kommentit',
    title: 'Osa tekstistäsi ei ole vielä palvelimella',
    explain:
      'Uloskirjautuminen tyhjentää Accordin tiedot tältä laitteelta. Näissä luvuissa on muutoksia, jotka ovat vain tällä laitteella:',
    stay: 'Pysy kirjautuneena',
    save: 'Lataa lähettämätön teksti',
    wipe: 'Kirjaudu ulos ja hylkää',
    changes_one: '{{count, number}} muutos',
    changes_other: '{{count, number}} muutosta',
  },
  keys: {
    title: 'Pikanäppäimet',
    everywhere: 'Kaikkialla',
    thisList: 'Näytä tämä luettelo',
    closeDialog: 'Sulje ikkuna tai valikko',
    nextPart: 'Sivun seuraava osa',
  },
  loading: 'Ladataan…',
  notFound: {
    title: 'Tässä ei ole sivua',
    explain:
      'Osoitteessa voi olla kirjoitusvirhe, tai sen kohde on poistettu. Työpöydältä näet kaiken, minkä voit avata.',
    toDesk: 'Siirry työpöydälle',
  },
  broken: {
    title: 'Sivu lakkasi toimimasta',
    explain:
      'Vika on meidän. Kirjoittamasi on tallessa tällä laitteella ja palvelimella. Lataa sivu uudelleen; jos vika toistuu, kerro ylläpitäjälle, mitä teit.',
    details: 'Ylläpitäjälle',
  },
  outdated: {
    title: 'Accord on päivitetty',
    explain:
      'Tämä sivu on vanhempaa versiota. Lataa se uudelleen jatkaaksesi; mitään kirjoittamaasi ei häviä.',
  },
};
