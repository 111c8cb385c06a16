import type { Catalogue } from '../catalogue';

export const notices: Catalogue['notices'] = {
  mentioned: '{{name}} ti ha menzionato',
  commentedSuggestion: '{{name}} ha commentato il tuo suggerimento',
  commentedChapter: '{{name}} ha commentato il tuo capitolo',
  replied: '{{name}} ha risposto',
  resolved: '{{name}} ha risolto una discussione a cui hai partecipato',
  reopened: '{{name}} ha riaperto una discussione a cui hai partecipato',
  decided: '{{name}} ha deciso su un commento che hai discusso',
  accepted: '{{name}} ha accettato il tuo suggerimento',
  acceptedSeveral_one: '{{name}} ha accettato {{count, number}} tuo suggerimento',
  acceptedSeveral_other: '{{name}} ha accettato {{count, number}} tuoi suggerimenti',
  rejected: '{{name}} ha rifiutato il tuo suggerimento',
  rejectedSeveral_one: '{{name}} ha rifiutato {{count, number}} tuo suggerimento',
  rejectedSeveral_other: '{{name}} ha rifiutato {{count, number}} tuoi suggerimenti',
  takenBack: '{{name}} ha annullato la decisione sul tuo suggerimento',
  takenBackSeveral_one: '{{name}} ha annullato la decisione su {{count, number}} tuo suggerimento',
  takenBackSeveral_other: '{{name}} ha annullato la decisione su {{count, number}} tuoi suggerimenti',
  somebody: 'Qualcuno',
  unread: 'Non letta:',
  markAllRead: 'Segna tutto come letto',
  more_one: 'Mostra {{count, number}} altra',
  more_other: 'Mostra altre {{count, number}}',
  none: 'Ancora niente. Quando qualcuno ti menziona, ti risponde o decide sul tuo suggerimento, compare qui.',
  nothingNew:
    'Niente di nuovo. Quando qualcuno ti menziona, ti risponde o decide sul tuo suggerimento, compare qui.',
};
