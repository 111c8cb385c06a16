import type { Catalogue } from '../catalogue';

export const sync: Catalogue['sync'] = {
  state: {
    label: 'Sind meine Wörter sicher?',
    saved: 'Gespeichert',
    saving: 'Wird gespeichert…',
    notSaved_one: 'Nicht gespeichert: {{count, number}} Änderung auf diesem Gerät aufbewahrt',
    notSaved_other: 'Nicht gespeichert: {{count, number}} Änderungen auf diesem Gerät aufbewahrt',
    readOnly: 'Nur lesen: {{reason}}',
    reasons: {
      opening: 'das Kapitel wird geöffnet',
      reader: 'Ihre Rolle hier ist das Lesen',
      locked: 'der Text ist in seinem jetzigen Stand gesperrt',
      archived: 'das Kapitel ist archiviert',
      'setting-aside': 'Ihre letzten Wörter werden beiseitegelegt',
      malformed: 'der Server konnte nicht lesen, was diese Seite gesendet hat',
      'not-signed-in': 'Sie sind nicht mehr angemeldet',
      'another-person': 'in diesem Browser hat sich jemand anderes angemeldet',
      'not-allowed': 'Sie dürfen dieses Kapitel nicht mehr öffnen',
      'not-found': 'das Kapitel ist nicht mehr hier',
      'foreign-client-id': 'diese Seite wird erneuert',
      'older-generation': 'das Kapitel wurde aus einer Sicherung wiederhergestellt',
      'older-schema': 'diese Seite ist älter als der Text; laden Sie sie neu',
      'too-large': 'eine Änderung war zu groß für den Server',
      'too-many-requests': 'der Server bittet um eine Pause',
      'document-unreadable': 'der Server kann den gespeicherten Text nicht lesen',
      'read-only-storage': 'der Server kann keine Änderungen speichern',
    },
  },
  offline:
    'Keine Verbindung. Sie können weiterschreiben; Ihre Änderungen bleiben auf diesem Gerät und werden später gesendet.',
  notKept:
    'Dieser Browser bewahrt nichts auf dem Gerät auf. Schließen Sie die Seite nicht, bevor Ihre Änderungen gespeichert sind.',
  outdated: {
    title: 'Diese Seite ist älter als der Text.',
    explain:
      'Hier wurde schon eine neuere Version von Accord benutzt. Laden Sie die Seite neu, um weiterzuarbeiten; was Sie geschrieben haben, ist auf diesem Gerät aufbewahrt.',
  },
  anotherPerson: {
    title: 'In diesem Browser hat sich jemand anderes angemeldet.',
    explain:
      'Ihre Wörter werden nicht in fremdem Namen gesendet. Was Sie geschrieben haben, ist auf diesem Gerät aufbewahrt, bis Sie sich wieder anmelden. Laden Sie die Seite neu, um als die angemeldete Person weiterzuarbeiten.',
  },
  kept: {
    title: 'Wörter von Ihnen, die nicht übernommen wurden',
    explain:
      'Sie konnten dem Kapitel nicht hinzugefügt werden ({{reason}}). Nichts ist verloren: Kopieren Sie, was Sie brauchen, und entfernen Sie sie dann von hier.',
    copy: 'Diese Wörter kopieren',
    selectByHand:
      'Der Browser hat das Kopieren nicht erlaubt. Markieren Sie die Wörter und kopieren Sie sie selbst.',
    forget: 'Von hier entfernen',
    changes_one: '{{count, number}} Änderung wurde nicht übernommen',
    changes_other: '{{count, number}} Änderungen wurden nicht übernommen',
    nothing: 'Nur Löschungen oder Formatierungen; es gibt keine Wörter zu kopieren.',
    mayNotWrite: 'Sie dürfen hier nicht mehr schreiben',
    forgetAsk: 'Diese Wörter entfernen?',
    forgetExplain: 'Sie stehen sonst nirgends: Von hier entfernt, sind sie verloren.',
    orphaned: 'Aus einer Stelle, die es nicht mehr gibt',
  },
};
