import type { Catalogue } from '../catalogue';

export const app: Catalogue['app'] = {
  skip: 'Zum Inhalt springen',
  places: {
    label: 'Bereiche',
    desk: 'Schreibtisch',
    outputs: 'Ergebnisse',
    people: 'Personen',
    settings: 'Einstellungen',
  },
  bell: {
    title: 'Mitteilungen',
    unread_one: 'Mitteilungen: {{count, number}} ungelesen',
    unread_other: 'Mitteilungen: {{count, number}} ungelesen',
  },
  account: {
    label: 'Konto von {{name}}',
    language: 'Sprache',
    appearance: 'Darstellung',
    light: 'Hell',
    dark: 'Dunkel',
    system: 'Wie das System',
    settings: 'Meine Einstellungen',
    keys: 'Tastenkürzel',
    signOut: 'Abmelden',
  },
  signOut: {
    comments: 'Nicht gesendete Kommentare',
    title: 'Ein Teil Ihres Textes ist noch nicht auf dem Server',
    explain:
      'Beim Abmelden wird gelöscht, was Accord auf diesem Gerät aufbewahrt. Diese Kapitel haben Änderungen, die nur hier sind:',
    stay: 'Angemeldet bleiben',
    save: 'Ungesendeten Text herunterladen',
    wipe: 'Abmelden und verwerfen',
    changes_one: '{{count, number}} Änderung',
    changes_other: '{{count, number}} Änderungen',
  },
  keys: {
    title: 'Tastenkürzel',
    everywhere: 'Überall',
    thisList: 'Diese Liste zeigen',
    closeDialog: 'Dialog oder Menü schließen',
    nextPart: 'Nächster Teil der Seite',
  },
  loading: 'Wird geladen …',
  notFound: {
    title: 'Hier ist keine Seite',
    explain:
      'Vielleicht ist die Adresse vertippt, oder das Ziel wurde entfernt. Der Schreibtisch zeigt alles, was Sie öffnen können.',
    toDesk: 'Zum Schreibtisch',
  },
  broken: {
    title: 'Diese Seite funktioniert nicht mehr',
    explain:
      'Der Fehler liegt bei uns. Was Sie geschrieben haben, ist auf diesem Gerät und auf dem Server aufbewahrt. Laden Sie die Seite neu; wenn es wieder geschieht, sagen Sie der Administration, was Sie getan haben.',
    details: 'Für die Administration',
  },
  outdated: {
    title: 'Accord wurde erneuert',
    explain:
      'Diese Seite gehört zu einer älteren Version. Laden Sie sie neu, um weiterzumachen; nichts Geschriebenes geht verloren.',
  },
};
