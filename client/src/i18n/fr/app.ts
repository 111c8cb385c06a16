import type { Catalogue } from '../catalogue';

export const app: Catalogue['app'] = {
  skip: 'Aller au contenu',
  places: {
    label: 'Espaces',
    desk: 'Bureau',
    outputs: 'Productions',
    people: 'Personnes',
    settings: 'Réglages',
  },
  bell: {
    title: 'Notifications',
    unread_one: 'Notifications : {{count, number}} non lue',
    unread_other: 'Notifications : {{count, number}} non lues',
  },
  account: {
    label: 'Compte de {{name}}',
    language: 'Langue',
    appearance: 'Apparence',
    light: 'Clair',
    dark: 'Sombre',
    system: 'Comme le système',
    settings: 'Mes réglages',
    keys: 'Raccourcis clavier',
    signOut: 'Se déconnecter',
  },
  signOut: {
    comments: 'Commentaires non envoyés',
    title: 'Une partie de votre texte n’est pas encore sur le serveur',
    explain:
      'La déconnexion efface ce qu’Accord garde sur cet appareil. Ces chapitres contiennent des changements qui ne sont qu’ici :',
    stay: 'Rester connecté',
    save: 'Télécharger le texte non envoyé',
    wipe: 'Se déconnecter et l’abandonner',
    changes_one: '{{count, number}} changement',
    changes_other: '{{count, number}} changements',
  },
  keys: {
    title: 'Raccourcis clavier',
    everywhere: 'Partout',
    thisList: 'Afficher cette liste',
    closeDialog: 'Fermer une fenêtre ou un menu',
    nextPart: 'Partie suivante de la page',
  },
  loading: 'Chargement…',
  notFound: {
    title: 'Il n’y a pas de page ici',
    explain:
      'L’adresse est peut-être mal saisie, ou ce qu’elle désignait a été retiré. Le bureau montre tout ce que vous pouvez ouvrir.',
    toDesk: 'Aller au bureau',
  },
  broken: {
    title: 'Cette page ne fonctionne plus',
    explain:
      'L’erreur vient de nous. Ce que vous avez écrit est conservé sur cet appareil et sur le serveur. Rechargez la page ; si cela se reproduit, dites à l’administration ce que vous faisiez.',
    details: 'Pour l’administration',
  },
  outdated: {
    title: 'Accord a été mis à jour',
    explain:
      'Cette page appartient à une version antérieure. Rechargez-la pour continuer ; rien de ce que vous avez écrit n’est perdu.',
  },
};
