import type { Catalogue } from '../catalogue';

export const welcome: Catalogue['welcome'] = {
  opening: 'Ouverture de votre lien…',
  signingIn: 'Connexion en cours…',
  invitation: {
    title: 'Bienvenue dans Accord',
    invitedBy: '{{inviter}} vous invite à écrire avec le partenariat, pour {{partner}}.',
    invited: 'Vous êtes invité à écrire avec le partenariat, pour {{partner}}.',
    name: 'Votre nom',
    nameHint: 'Tel que les autres le verront.',
    email: 'Votre adresse e-mail',
    emailHint: 'Elle vous servira à vous connecter.',
    password: 'Choisissez un mot de passe',
    submit: 'Entrer',
  },
  reset: {
    title: 'Un nouveau mot de passe pour {{name}}',
    explain: 'Il vous connecte aussitôt, et vous déconnecte partout ailleurs.',
    password: 'Nouveau mot de passe',
    submit: 'Définir le mot de passe',
  },
  passwordHint: 'Au moins 12 caractères. Quelques mots sans lien entre eux conviennent bien.',
  unusable: {
    title: 'Ce lien ne fonctionne plus',
    explain:
      'Il a déjà servi, a expiré ou n’a pas été copié en entier. Demandez-en un nouveau à la personne qui l’a envoyé.',
    desk: 'Vers le bureau',
  },
};
