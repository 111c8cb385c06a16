import type { Catalogue } from '../catalogue';

export const failures: Catalogue['failures'] = {
  title: 'Quelque chose bloque',
  codes: {
    'bad-request': 'Le serveur n’a pas pu lire la demande. Rechargez la page et réessayez.',
    'invalid-input': 'Une partie de la saisie ne peut pas être acceptée. Vérifiez les champs et réessayez.',
    'not-signed-in': 'Votre session est terminée. Connectez-vous de nouveau ; vous reviendrez ici.',
    'wrong-credentials':
      'L’adresse e-mail ou le mot de passe est incorrect. Vérifiez les deux ou demandez un lien de réinitialisation à l’administration.',
    'link-expired': 'Ce lien a déjà servi ou a expiré. Demandez-en un nouveau à la personne qui l’a envoyé.',
    'not-allowed':
      'Votre rôle ne le permet pas. Adressez-vous à la coordination de la production si vous en avez besoin.',
    'foreign-origin':
      'Cette page a été ouverte depuis une autre adresse que celle attendue. Ouvrez Accord à son adresse habituelle.',
    'account-disabled': 'Ce compte est désactivé. Demandez à l’administration de le réactiver.',
    'not-found':
      'Introuvable : l’élément a peut-être été retiré, ou l’adresse est erronée. Repartez du bureau.',
    'already-decided': 'Quelqu’un d’autre a déjà tranché. La page montre maintenant comment.',
    'conflicts-with-text':
      'Le texte a changé entre-temps et ceci n’y correspond plus. Regardez de nouveau, puis reportez-le à la main ou abandonnez-le.',
    conflict: 'Quelqu’un a modifié cela au même moment. Regardez le nouvel état et réessayez.',
    'different-chapters':
      'Ces versions appartiennent à des chapitres différents et ne peuvent pas être comparées. Choisissez deux versions du même chapitre.',
    'email-taken':
      'Cette adresse e-mail est déjà utilisée. Indiquez-en une autre ou connectez-vous avec elle.',
    'last-administrator':
      'C’est la dernière personne qui administre l’espace. Nommez d’abord quelqu’un d’autre.',
    'open-suggestions': 'Des suggestions sont encore ouvertes. Acceptez ou refusez d’abord chacune d’elles.',
    'open-comments':
      'Des commentaires sont encore ouverts. Regardez-les, ou demandez tout de même les signatures.',
    'policy-not-met': 'Tout le monde n’a pas encore signé, ou quelqu’un s’y oppose. Voyez qui est attendu.',
    'no-signatories':
      'Toutes les personnes qui doivent signer ne sont pas désignées. Désignez-en une pour chaque place sur la page de la production.',
    'not-in-sign-off': 'Aucune signature n’est plus demandée ici. La page montre maintenant où l’on en est.',
    'text-changed':
      'Le texte a changé depuis que vous l’avez ouvert. Lisez ce qui est nouveau, puis signez de nouveau.',
    'reason-needed': 'Donnez une raison, pour que les autres comprennent.',
    'chapter-locked':
      'Le texte de ce chapitre est verrouillé dans son état actuel. La coordination peut le rouvrir.',
    archived: 'Cet élément est archivé. Rétablissez-le avant de le modifier.',
    'too-large': 'C’est trop volumineux. Réduisez la taille et réessayez.',
    'unsupported-media':
      'Ce type de fichier ne peut pas être utilisé. Choisissez une image PNG, JPEG, GIF, WebP ou AVIF.',
    'unreadable-image':
      'L’image est illisible ; le fichier est peut-être endommagé. Enregistrez-la de nouveau et choisissez le nouveau fichier.',
    'password-too-short':
      'Le mot de passe doit compter au moins 12 caractères. Quelques mots sans rapport entre eux conviennent bien.',
    'password-too-common':
      'Ce mot de passe est trop facile à deviner. Choisissez-en un que personne d’autre n’utiliserait.',
    'too-many-requests': 'Trop d’essais en peu de temps. Attendez une minute et réessayez.',
    'document-unreadable':
      'Le texte enregistré de ce chapitre ne peut pas être lu pour le moment. Rien n’a été modifié ; prévenez l’administration.',
    'read-only-storage':
      'Le serveur ne peut pas enregistrer pour le moment. Votre texte est conservé sur cet appareil ; prévenez l’administration.',
    unavailable: 'Le serveur est injoignable. Vérifiez votre connexion et réessayez.',
    internal:
      'Une erreur s’est produite sur le serveur. Réessayez ; si elle persiste, prévenez l’administration.',
  },
  retryIn_one: 'Vous pourrez réessayer dans {{count, number}} seconde.',
  retryIn_other: 'Vous pourrez réessayer dans {{count, number}} secondes.',
};
