import type { Catalogue } from '../catalogue';

export const sync: Catalogue['sync'] = {
  state: {
    label: 'Mes mots sont-ils en sécurité ?',
    saved: 'Enregistré',
    saving: 'Enregistrement…',
    notSaved_one: 'Non enregistré : {{count, number}} modification conservée sur cet appareil',
    notSaved_other: 'Non enregistré : {{count, number}} modifications conservées sur cet appareil',
    readOnly: 'Lecture seule : {{reason}}',
    reasons: {
      opening: 'le chapitre s’ouvre',
      reader: 'votre rôle ici est de lire',
      locked: 'le texte est verrouillé dans son état actuel',
      archived: 'le chapitre est archivé',
      'setting-aside': 'vos derniers mots sont mis de côté',
      malformed: 'le serveur n’a pas pu lire ce que cette page a envoyé',
      'not-signed-in': 'vous n’êtes plus connecté',
      'another-person': 'une autre personne s’est connectée dans ce navigateur',
      'not-allowed': 'vous n’avez plus accès à ce chapitre',
      'not-found': 'le chapitre n’est plus ici',
      'foreign-client-id': 'cette page se renouvelle',
      'older-generation': 'le chapitre a été restauré depuis une sauvegarde',
      'older-schema': 'cette page est plus ancienne que le texte ; rechargez-la',
      'too-large': 'une modification était trop grande pour le serveur',
      'too-many-requests': 'le serveur a demandé une pause',
      'document-unreadable': 'le serveur ne peut pas lire le texte enregistré',
      'read-only-storage': 'le serveur ne peut pas enregistrer de modifications',
    },
  },
  offline:
    'Pas de connexion. Vous pouvez continuer d’écrire ; vos modifications sont conservées sur cet appareil et envoyées plus tard.',
  notKept:
    'Ce navigateur ne conserve rien sur l’appareil. Ne fermez pas cette page avant que vos modifications soient enregistrées.',
  outdated: {
    title: 'Cette page est plus ancienne que le texte.',
    explain:
      'Une version plus récente d’Accord a été utilisée ici. Rechargez la page pour continuer ; ce que vous avez écrit est conservé sur cet appareil.',
  },
  anotherPerson: {
    title: 'Une autre personne s’est connectée dans ce navigateur.',
    explain:
      'Vos mots ne sont pas envoyés en son nom. Ce que vous avez écrit est conservé sur cet appareil jusqu’à votre prochaine connexion. Rechargez la page pour continuer en tant que personne connectée.',
  },
  kept: {
    title: 'Des mots de vous qui n’ont pas été repris',
    explain:
      'Ils n’ont pas pu être ajoutés au chapitre ({{reason}}). Rien n’est perdu : copiez ce dont vous avez besoin, puis retirez-les d’ici.',
    copy: 'Copier ces mots',
    selectByHand: 'Le navigateur n’a pas permis la copie. Sélectionnez les mots et copiez-les vous-même.',
    forget: 'Retirer d’ici',
    changes_one: '{{count, number}} modification n’a pas été reprise',
    changes_other: '{{count, number}} modifications n’ont pas été reprises',
    nothing: 'Seulement des suppressions ou de la mise en forme ; il n’y a pas de mots à copier.',
    mayNotWrite: 'vous ne pouvez plus écrire ici',
    forgetAsk: 'Retirer ces mots ?',
    forgetExplain: 'Ils n’existent nulle part ailleurs : retirés d’ici, ils sont perdus.',
    orphaned: 'D’un passage qui a disparu',
  },
};
