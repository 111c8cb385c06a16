import type { Catalogue } from '../catalogue';

export const signIn: Catalogue['signIn'] = {
  title: 'Accedi',
  lead: 'Accord è il luogo in cui il partenariato scrive insieme.',
  email: 'Indirizzo e-mail',
  password: 'Password',
  submit: 'Accedi',
  forgotten: 'Password dimenticata? L’amministrazione può creare un link per impostarne una nuova.',
};
