import type { Catalogue } from '../catalogue';

export const notices: Catalogue['notices'] = {
  signatureAsked: '{{name}} bittet um Ihre Unterschrift',
  signatureDue: 'Ihre Unterschrift wird bald fällig; {{name}} hat darum gebeten',
  objected: '{{name}} widerspricht dem Text',
  objectionAnswered: '{{name}} hat auf Ihren Widerspruch geantwortet',
  textApproved: '{{name}} hat die Freigabe des Textes festgehalten',
  textReopened: '{{name}} hat den Text wieder geöffnet: die Unterschriften sind hinfällig',
  editorialChange: '{{name}} hat den Text redaktionell geändert',
  mentioned: '{{name}} hat Sie erwähnt',
  commentedSuggestion: '{{name}} hat Ihren Vorschlag kommentiert',
  commentedChapter: '{{name}} hat Ihr Kapitel kommentiert',
  replied: '{{name}} hat geantwortet',
  resolved: '{{name}} hat eine Diskussion erledigt, an der Sie beteiligt waren',
  reopened: '{{name}} hat eine Diskussion wieder geöffnet, an der Sie beteiligt waren',
  decided: '{{name}} hat über einen Kommentar entschieden, den Sie mit besprochen haben',
  accepted: '{{name}} hat Ihren Vorschlag angenommen',
  acceptedSeveral_one: '{{name}} hat {{count, number}} Ihrer Vorschläge angenommen',
  acceptedSeveral_other: '{{name}} hat {{count, number}} Ihrer Vorschläge angenommen',
  rejected: '{{name}} hat Ihren Vorschlag abgelehnt',
  rejectedSeveral_one: '{{name}} hat {{count, number}} Ihrer Vorschläge abgelehnt',
  rejectedSeveral_other: '{{name}} hat {{count, number}} Ihrer Vorschläge abgelehnt',
  takenBack: '{{name}} hat die Entscheidung über Ihren Vorschlag zurückgenommen',
  takenBackSeveral_one:
    '{{name}} hat die Entscheidung über {{count, number}} Ihrer Vorschläge zurückgenommen',
  takenBackSeveral_other:
    '{{name}} hat die Entscheidung über {{count, number}} Ihrer Vorschläge zurückgenommen',
  somebody: 'Jemand',
  unread: 'Ungelesen:',
  markAllRead: 'Alle als gelesen markieren',
  more_one: '{{count, number}} weitere anzeigen',
  more_other: '{{count, number}} weitere anzeigen',
  none: 'Noch nichts. Wenn jemand Sie erwähnt, Ihnen antwortet oder über Ihren Vorschlag entscheidet, steht es hier.',
  nothingNew:
    'Nichts Neues. Wenn jemand Sie erwähnt, Ihnen antwortet oder über Ihren Vorschlag entscheidet, steht es hier.',
};
