import type { Catalogue } from '../catalogue';

export const desk: Catalogue['desk'] = {
  title: 'Schreibtisch',
  waiting: {
    title: 'Wartet auf Sie',
    write: 'Schreiben',
    rework: 'Nach der Prüfung überarbeiten',
    review: 'Prüfung begleiten',
    sign: 'Unterschreiben',
    decide: 'Über Vorschläge entscheiden',
    suggestions_one: '{{count, number}} Vorschlag zu entscheiden',
    suggestions_other: '{{count, number}} Vorschläge zu entscheiden',
    noDate: 'Kein Termin',
    due: 'Fällig {{when}}',
    overdue: 'Überfällig: Termin war {{when}}',
    none: 'Nichts wartet auf Sie',
    noneExplain:
      'Wenn Ihnen ein Kapitel übertragen wird oder eines, das Sie koordinieren, in Prüfung ist, steht es hier. Weiter unten können Sie jedes Kapitel öffnen und mitlesen.',
  },
  concerns: 'Was Sie betrifft',
  outputs: {
    title: 'Wie weit jedes Ergebnis ist',
    none: 'Es gibt noch keine Ergebnisse',
    noneReader:
      'Sie haben noch bei keinem Ergebnis eine Rolle. Bitten Sie Ihre Koordination oder die Administration darum.',
    noneCreate: 'Legen Sie das erste Ergebnis an; seine Kapitel können aus einer Vorlage kommen.',
    create: 'Ergebnis anlegen',
    issue: 'Thema {{number}}',
    coordinated: 'Koordination: {{country}}',
    signOff: 'Freigabe nach Ländern',
    chapters: 'Kapitel von {{title}}',
    noChapters: 'Noch keine Kapitel. Öffnen Sie das Ergebnis, um das erste anzulegen.',
    mine: 'Ihres',
  },
};
