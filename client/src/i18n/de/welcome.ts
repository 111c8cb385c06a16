import type { Catalogue } from '../catalogue';

export const welcome: Catalogue['welcome'] = {
  opening: 'Ihr Link wird geöffnet…',
  signingIn: 'Sie werden angemeldet…',
  invitation: {
    title: 'Willkommen bei Accord',
    invitedBy: '{{inviter}} lädt Sie ein, mit der Partnerschaft zu schreiben, für: {{partner}}.',
    invited: 'Sie sind eingeladen, mit der Partnerschaft zu schreiben, für: {{partner}}.',
    name: 'Ihr Name',
    nameHint: 'So sehen ihn die anderen.',
    email: 'Ihre E-Mail-Adresse',
    emailHint: 'Damit melden Sie sich künftig an.',
    password: 'Wählen Sie ein Passwort',
    submit: 'Hereinkommen',
  },
  reset: {
    title: 'Ein neues Passwort für {{name}}',
    explain: 'Sie werden damit gleich angemeldet und überall sonst abgemeldet.',
    password: 'Neues Passwort',
    submit: 'Passwort festlegen',
  },
  passwordHint: 'Mindestens 12 Zeichen. Einige Wörter ohne Zusammenhang eignen sich gut.',
  unusable: {
    title: 'Dieser Link funktioniert nicht mehr',
    explain:
      'Er wurde schon benutzt, ist abgelaufen oder nicht vollständig kopiert. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
    desk: 'Zum Schreibtisch',
  },
};
