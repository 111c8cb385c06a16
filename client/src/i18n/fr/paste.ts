import type { Catalogue } from '../catalogue';

export const paste: Catalogue['paste'] = {
  title: 'Collé, avec ces exceptions',
  lines: {
    pictures_one: '{{count, number}} image n’a pas pu être reprise : ajoutez le fichier à sa place.',
    pictures_other:
      '{{count, number}} images n’ont pas pu être reprises : ajoutez les fichiers à leur place.',
    drawings_one: '{{count, number}} dessin a été laissé de côté : enregistrez-le comme image et ajoutez-la.',
    drawings_other:
      '{{count, number}} dessins ont été laissés de côté : enregistrez-les comme images et ajoutez-les.',
    icons_one: '{{count, number}} petite icône a été laissée de côté.',
    icons_other: '{{count, number}} petites icônes ont été laissées de côté.',
    deletions_one:
      '{{count, number}} suppression suivie a été laissée de côté ; les insertions suivies sont devenues du texte.',
    deletions_other:
      '{{count, number}} suppressions suivies ont été laissées de côté ; les insertions suivies sont devenues du texte.',
    comments_one: '{{count, number}} commentaire a été laissé de côté.',
    comments_other: '{{count, number}} commentaires ont été laissés de côté.',
    footnotesWithoutText_one:
      '{{count, number}} note est venue sans son texte : seul l’appel avait été copié.',
    footnotesWithoutText_other:
      '{{count, number}} notes sont venues sans leur texte : seuls les appels avaient été copiés.',
    embeds_one: '{{count, number}} film, carte ou autre page intégrée a été laissé de côté.',
    embeds_other: '{{count, number}} films, cartes ou autres pages intégrées ont été laissés de côté.',
    fields_one: '{{count, number}} champ de formulaire a été laissé de côté.',
    fields_other: '{{count, number}} champs de formulaire ont été laissés de côté.',
    links_one:
      '{{count, number}} lien qui ne mènerait nulle part d’ici a été retiré ; son texte est conservé.',
    links_other:
      '{{count, number}} liens qui ne mèneraient nulle part d’ici ont été retirés ; leur texte est conservé.',
    formulas_one: '{{count, number}} formule est devenue du simple texte : vérifiez-la.',
    formulas_other: '{{count, number}} formules sont devenues du simple texte : vérifiez-les.',
    highlights_one: 'Le surlignage a été retiré à {{count, number}} endroit ; le texte est conservé.',
    highlights_other: 'Le surlignage a été retiré à {{count, number}} endroits ; le texte est conservé.',
    hidden_one: '{{count, number}} passage masqué a été laissé de côté.',
    hidden_other: '{{count, number}} passages masqués ont été laissés de côté.',
    headingNumbers_one: 'Le numéro automatique de {{count, number}} titre a été laissé de côté.',
    headingNumbers_other: 'Les numéros automatiques de {{count, number}} titres ont été laissés de côté.',
    nestedTables_one: '{{count, number}} tableau placé dans un tableau est devenu une suite de paragraphes.',
    nestedTables_other:
      '{{count, number}} tableaux placés dans un tableau sont devenus des suites de paragraphes.',
    largeTables_one:
      '{{count, number}} tableau est trop grand pour un chapitre et est devenu une suite de paragraphes.',
    largeTables_other:
      '{{count, number}} tableaux sont trop grands pour un chapitre et sont devenus des suites de paragraphes.',
    deepNesting_one:
      '{{count, number}} partie était imbriquée trop profondément : son texte est venu sans sa structure.',
    deepNesting_other:
      '{{count, number}} parties étaient imbriquées trop profondément : leur texte est venu sans sa structure.',
    tooLarge_one:
      'Rien n’a été collé : il y a plus de texte qu’un chapitre ne peut en recevoir d’un coup. Collez-le par parties.',
    tooLarge_other:
      'Rien n’a été collé : il y a plus de texte qu’un chapitre ne peut en recevoir d’un coup. Collez-le par parties.',
  },
};
