import type { Catalogue } from '../catalogue';

export const paste: Catalogue['paste'] = {
  title: 'Eingefügt, mit diesen Ausnahmen',
  lines: {
    pictures_one:
      '{{count, number}} Bild konnte nicht übernommen werden: Fügen Sie die Datei an seiner Stelle hinzu.',
    pictures_other:
      '{{count, number}} Bilder konnten nicht übernommen werden: Fügen Sie die Dateien an ihrer Stelle hinzu.',
    drawings_one:
      '{{count, number}} Zeichnung wurde weggelassen: Speichern Sie sie als Bild und fügen Sie dieses hinzu.',
    drawings_other:
      '{{count, number}} Zeichnungen wurden weggelassen: Speichern Sie sie als Bilder und fügen Sie diese hinzu.',
    icons_one: '{{count, number}} kleines Symbol wurde weggelassen.',
    icons_other: '{{count, number}} kleine Symbole wurden weggelassen.',
    deletions_one:
      '{{count, number}} nachverfolgte Löschung wurde weggelassen; nachverfolgte Einfügungen kamen als Text herein.',
    deletions_other:
      '{{count, number}} nachverfolgte Löschungen wurden weggelassen; nachverfolgte Einfügungen kamen als Text herein.',
    comments_one: '{{count, number}} Kommentar wurde weggelassen.',
    comments_other: '{{count, number}} Kommentare wurden weggelassen.',
    footnotesWithoutText_one: '{{count, number}} Fußnote kam ohne ihren Text: Nur ihr Zeichen war kopiert.',
    footnotesWithoutText_other:
      '{{count, number}} Fußnoten kamen ohne ihren Text: Nur ihre Zeichen waren kopiert.',
    embeds_one: '{{count, number}} Film, Karte oder andere eingebettete Seite wurde weggelassen.',
    embeds_other: '{{count, number}} Filme, Karten oder andere eingebettete Seiten wurden weggelassen.',
    fields_one: '{{count, number}} Formularfeld wurde weggelassen.',
    fields_other: '{{count, number}} Formularfelder wurden weggelassen.',
    links_one:
      '{{count, number}} Link, der von hier aus ins Leere führte, wurde entfernt; sein Text ist geblieben.',
    links_other:
      '{{count, number}} Links, die von hier aus ins Leere führten, wurden entfernt; ihr Text ist geblieben.',
    formulas_one: '{{count, number}} Formel kam als einfacher Text herein: Prüfen Sie sie.',
    formulas_other: '{{count, number}} Formeln kamen als einfacher Text herein: Prüfen Sie sie.',
    highlights_one: 'Die Hervorhebung wurde an {{count, number}} Stelle entfernt; der Text ist geblieben.',
    highlights_other: 'Die Hervorhebung wurde an {{count, number}} Stellen entfernt; der Text ist geblieben.',
    hidden_one: '{{count, number}} verborgene Textstelle wurde weggelassen.',
    hidden_other: '{{count, number}} verborgene Textstellen wurden weggelassen.',
    headingNumbers_one: 'Die automatische Nummer von {{count, number}} Überschrift wurde weggelassen.',
    headingNumbers_other: 'Die automatischen Nummern von {{count, number}} Überschriften wurden weggelassen.',
    nestedTables_one: '{{count, number}} Tabelle in einer Tabelle kam als Absätze herein.',
    nestedTables_other: '{{count, number}} Tabellen in einer Tabelle kamen als Absätze herein.',
    largeTables_one: '{{count, number}} Tabelle ist zu groß für ein Kapitel und kam als Absätze herein.',
    largeTables_other:
      '{{count, number}} Tabellen sind zu groß für ein Kapitel und kamen als Absätze herein.',
    deepNesting_one:
      '{{count, number}} Teil war zu tief verschachtelt: Sein Text kam ohne Gliederung herein.',
    deepNesting_other:
      '{{count, number}} Teile waren zu tief verschachtelt: Ihr Text kam ohne Gliederung herein.',
    tooLarge_one:
      'Nichts wurde eingefügt: Das ist mehr Text, als ein Kapitel auf einmal aufnehmen kann. Fügen Sie ihn in Teilen ein.',
    tooLarge_other:
      'Nichts wurde eingefügt: Das ist mehr Text, als ein Kapitel auf einmal aufnehmen kann. Fügen Sie ihn in Teilen ein.',
  },
};
