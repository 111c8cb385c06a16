import type { Catalogue } from '../catalogue';

export const welcome: Catalogue['welcome'] = {
  opening: 'Linkkiä avataan…',
  signingIn: 'Sinua kirjataan sisään…',
  invitation: {
    title: 'Tervetuloa Accordiin',
    invitedBy: '{{inviter}} kutsuu sinut kirjoittamaan kumppanuuden kanssa. Kumppanisi: {{partner}}.',
    invited: 'Sinut on kutsuttu kirjoittamaan kumppanuuden kanssa. Kumppanisi: {{partner}}.',
    name: 'Nimesi',
    nameHint: 'Näin muut näkevät sen.',
    email: 'Sähköpostiosoitteesi',
    emailHint: 'Kirjaudut sillä sisään.',
    password: 'Valitse salasana',
    submit: 'Tule mukaan',
  },
  reset: {
    title: 'Uusi salasana: {{name}}',
    explain: 'Pääset sillä heti sisään, ja sinut kirjataan ulos kaikkialta muualta.',
    password: 'Uusi salasana',
    submit: 'Aseta salasana',
  },
  passwordHint: 'Vähintään 12 merkkiä. Muutama toisiinsa liittymätön sana on hyvä salasana.',
  unusable: {
    title: 'Tämä linkki ei enää toimi',
    explain: 'Se on jo käytetty, vanhentunut tai kopioitu vajaana. Pyydä uusi siltä, joka lähetti sen.',
    desk: 'Työpöydälle',
  },
};
