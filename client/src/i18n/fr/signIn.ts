import type { Catalogue } from '../catalogue';

export const signIn: Catalogue['signIn'] = {
  title: 'Se connecter',
  lead: 'Accord est l’endroit où le partenariat écrit ensemble.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  forgotten: 'Mot de passe oublié ? L’administration peut créer un lien pour en choisir un nouveau.',
};
