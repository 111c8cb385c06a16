import type { Catalogue } from '../catalogue';

/** Who wrote the selected words. */
export const authors: Catalogue['authors'] = {
  title: 'Qui a écrit ceci',
  note: 'D’après le registre du serveur. Les mots déplacés, copiés ou rétablis restent à la personne qui les a écrits en premier.',
  nothing: 'Sélectionnez d’abord des mots, ou placez le curseur dans un paragraphe.',
  changed: 'Le texte vient de changer ou est encore en cours d’enregistrement.',
  again: 'Redemander',
  template: 'Modèle ou auteur inconnu',
  someone: 'Une personne qui n’est plus là',
};
