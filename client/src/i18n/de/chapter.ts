import type { Catalogue } from '../catalogue';

export const chapter: Catalogue['chapter'] = {
  outline: {
    title: 'Gliederung',
    show: 'Gliederung zeigen',
  },
  margin: {
    show: 'Rand zeigen',
    title: 'Kommentare und Angaben',
  },
  about: {
    tab: 'Infos',
    state: 'Stand',
    writer: 'Zuständig',
    noWriter: 'Noch niemand benannt',
    due: 'Termin',
    noDue: 'Kein Termin',
    words: 'Umfang',
    lastEdit: 'Letzte Änderung',
    never: 'Noch keine Änderungen',
    role: 'Ihre Rolle',
    contributors: 'Wer hier geschrieben hat',
    noContributors: 'Noch niemand.',
    someone: 'Jemand, der nicht mehr gelistet ist',
  },
  versions: {
    tab: 'Fassungen',
    none: 'Noch keine Fassungen. Nach einer Schreibpause wird von selbst eine gespeichert.',
    keep: 'Diese Fassung benennen',
    name: 'Name',
    nameHint: 'Zum Beispiel „Im Mai an die Partner geschickt“.',
    note: 'Notiz',
    kept: 'Die Fassung „{{name}}“ ist gespeichert.',
    kinds: {
      created: 'Kapitel angelegt',
      automatic: 'Von selbst gespeichert',
      named: 'Benannte Fassung',
      'state-change': 'Stand geändert',
      import: 'Importiert',
      'bulk-decision': 'Mehrere Vorschläge entschieden',
      restore: 'Wiederhergestellt',
      'before-restore': 'Vor einer Wiederherstellung',
    },
  },
  locked: {
    coordinator: '{{person}} koordiniert dieses Ergebnis und kann das Kapitel wieder öffnen.',
    country: 'Die Koordination ({{country}}) kann das Kapitel wieder öffnen.',
    state: 'Der Text ist gesperrt: {{state}}.',
    archived: 'Dieses Kapitel ist archiviert. Es kann gelesen, aber nicht geändert werden.',
  },
  banners: {
    reader: 'Sie können dieses Kapitel lesen. Um zu schreiben, bitten Sie um eine Rolle: {{person}}.',
    offlineReading: 'Keine Verbindung. Sie sehen den Text, wie er zuletzt auf diesem Gerät gelesen wurde.',
    static: 'Sie sehen den zuletzt gespeicherten Text.',
    refused: 'Der lebende Text lässt sich hier nicht öffnen.',
  },
  opening: 'Das Kapitel wird geöffnet …',
};
