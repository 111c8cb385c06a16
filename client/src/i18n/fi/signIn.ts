import type { Catalogue } from '../catalogue';

export const signIn: Catalogue['signIn'] = {
  title: 'Kirjaudu sisään',
  lead: 'Accordissa kumppanuus kirjoittaa yhdessä.',
  email: 'Sähköpostiosoite',
  password: 'Salasana',
  submit: 'Kirjaudu sisään',
  forgotten: 'Unohditko salasanan? Ylläpitäjä voi tehdä linkin, jolla asetat uuden.',
};
