import type { Catalogue } from '../catalogue';

export const notices: Catalogue['notices'] = {
  mentioned: '{{name}} mainitsi sinut',
  commentedSuggestion: '{{name}} kommentoi ehdotustasi',
  commentedChapter: '{{name}} kommentoi lukuasi',
  replied: '{{name}} vastasi',
  resolved: '{{name}} merkitsi ratkaistuksi keskustelun, johon osallistuit',
  reopened: '{{name}} avasi uudelleen keskustelun, johon osallistuit',
  decided: '{{name}} päätti kommentista, josta keskustelit',
  accepted: '{{name}} hyväksyi ehdotuksesi',
  acceptedSeveral_one: '{{name}} hyväksyi {{count, number}} ehdotuksesi',
  acceptedSeveral_other: '{{name}} hyväksyi {{count, number}} ehdotustasi',
  rejected: '{{name}} hylkäsi ehdotuksesi',
  rejectedSeveral_one: '{{name}} hylkäsi {{count, number}} ehdotuksesi',
  rejectedSeveral_other: '{{name}} hylkäsi {{count, number}} ehdotustasi',
  takenBack: '{{name}} perui päätöksen ehdotuksestasi',
  takenBackSeveral_one: '{{name}} perui päätöksen, joka koski {{count, number}} ehdotustasi',
  takenBackSeveral_other: '{{name}} perui päätöksen, joka koski {{count, number}} ehdotustasi',
  somebody: 'Joku',
  unread: 'Lukematon:',
  markAllRead: 'Merkitse kaikki luetuiksi',
  more_one: 'Näytä vielä {{count, number}}',
  more_other: 'Näytä vielä {{count, number}}',
  none: 'Ei vielä mitään. Kun joku mainitsee sinut, vastaa sinulle tai päättää ehdotuksestasi, se näkyy tässä.',
  nothingNew:
    'Ei mitään uutta. Kun joku mainitsee sinut, vastaa sinulle tai päättää ehdotuksestasi, se näkyy tässä.',
};
