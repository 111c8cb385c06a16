import type { Catalogue } from '../catalogue';

export const chapter: Catalogue['chapter'] = {
  outline: {
    title: 'Plan',
    show: 'Afficher le plan',
  },
  margin: {
    show: 'Afficher la marge',
    title: 'Commentaires et informations',
  },
  about: {
    tab: 'Infos',
    state: 'État',
    writer: 'Rédaction',
    noWriter: 'Personne pour l’instant',
    due: 'Échéance',
    noDue: 'Pas d’échéance',
    words: 'Longueur',
    lastEdit: 'Dernière modification',
    never: 'Pas encore de modification',
    role: 'Votre rôle',
    contributors: 'Qui a écrit ici',
    noContributors: 'Personne pour l’instant.',
    someone: 'Une personne qui n’est plus dans la liste',
  },
  versions: {
    tab: 'Versions',
    none: 'Pas encore de version. Il s’en crée une d’elle-même après une pause dans la rédaction.',
    keep: 'Nommer cette version',
    name: 'Nom',
    nameHint: 'Par exemple « Envoyée aux partenaires en mai ».',
    note: 'Note',
    kept: 'La version « {{name}} » est enregistrée.',
    kinds: {
      created: 'Création du chapitre',
      automatic: 'Enregistrée automatiquement',
      named: 'Version nommée',
      'state-change': 'Changement d’état',
      import: 'Import',
      'bulk-decision': 'Plusieurs suggestions traitées',
      restore: 'Restauration',
      'before-restore': 'Avant une restauration',
    },
  },
  locked: {
    coordinator: '{{person}} coordonne cette production et peut rouvrir le chapitre.',
    country: 'La coordination ({{country}}) peut rouvrir le chapitre.',
    state: 'Le texte est verrouillé : {{state}}.',
    archived: 'Ce chapitre est archivé. On peut le lire, pas le modifier.',
  },
  banners: {
    reader: 'Vous pouvez lire ce chapitre. Pour y écrire, demandez un rôle à {{person}}.',
    offlineReading: 'Pas de connexion. Vous voyez le texte tel qu’il a été lu ici pour la dernière fois.',
    static: 'Vous voyez le dernier texte enregistré.',
    refused: 'Le texte en direct ne peut pas être ouvert ici.',
  },
  opening: 'Ouverture du chapitre…',
};
