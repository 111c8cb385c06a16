import type { Catalogue } from '../catalogue';

export const signIn: Catalogue['signIn'] = {
  title: 'Anmelden',
  lead: 'In Accord schreibt die Partnerschaft gemeinsam.',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  submit: 'Anmelden',
  forgotten: 'Passwort vergessen? Die Administration kann Ihnen einen Link für ein neues erstellen.',
};
