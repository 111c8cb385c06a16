import type { Catalogue } from '../catalogue';

export const welcome: Catalogue['welcome'] = {
  opening: 'Apertura del link…',
  signingIn: 'Accesso in corso…',
  invitation: {
    title: 'Benvenuti in Accord',
    invitedBy: '{{inviter}} ti invita a scrivere con il partenariato, per {{partner}}.',
    invited: 'Sei invitato a scrivere con il partenariato, per {{partner}}.',
    name: 'Il tuo nome',
    nameHint: 'Come lo vedranno gli altri.',
    email: 'Il tuo indirizzo e-mail',
    emailHint: 'Ti servirà per entrare.',
    password: 'Scegli una password',
    submit: 'Entra',
  },
  reset: {
    title: 'Una nuova password per {{name}}',
    explain: 'Con essa entri subito, e vieni disconnesso da ogni altro dispositivo.',
    password: 'Nuova password',
    submit: 'Imposta la password',
  },
  passwordHint: 'Almeno 12 caratteri. Alcune parole senza legame tra loro vanno bene.',
  unusable: {
    title: 'Questo link non funziona più',
    explain:
      'È già stato usato, è scaduto o non è stato copiato per intero. Chiedine uno nuovo a chi lo ha mandato.',
    desk: 'Alla scrivania',
  },
};
