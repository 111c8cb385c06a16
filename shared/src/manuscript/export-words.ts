import type { Language } from '../access/role';

/** The few words an exported file adds of its own, in the language of the text. `{…}` is filled in. */
export interface ExportWords {
  readonly contents: string;
  /** Stands where an image can't be had; `{alt}` is its alternative text. */
  readonly missingImage: string;
  readonly missingImageNamed: string;
  /** Stands in a footnote whose text is gone. */
  readonly missingNote: string;
  /** Heads the footnotes to which no mark in the text leads any more. */
  readonly looseNotes: string;
  /** Stands in the place of a chapter whose text can't be read. */
  readonly unreadable: string;
  readonly exported: string;
  readonly version: string;
}

export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = {
  en: {
    contents: 'Contents',
    missingImage: '[Image missing]',
    missingImageNamed: '[Image missing: {alt}]',
    missingNote: '[The text of this footnote is missing]',
    looseNotes: 'Footnotes without a mark in the text',
    unreadable: '[The text of this chapter could not be read when this file was made]',
    exported: 'Exported on {date}',
    version: 'Version of {date}',
  },
  fi: {
    contents: 'Sisällys',
    missingImage: '[Kuva puuttuu]',
    missingImageNamed: '[Kuva puuttuu: {alt}]',
    missingNote: '[Tämän alaviitteen teksti puuttuu]',
    looseNotes: 'Alaviitteet, joihin tekstistä ei viitata',
    unreadable: '[Tämän luvun tekstiä ei voitu lukea, kun tiedosto tehtiin]',
    exported: 'Viety {date}',
    version: 'Versio {date}',
  },
  fr: {
    contents: 'Sommaire',
    missingImage: '[Image manquante]',
    missingImageNamed: '[Image manquante : {alt}]',
    missingNote: '[Le texte de cette note manque]',
    looseNotes: 'Notes sans appel dans le texte',
    unreadable: '[Le texte de ce chapitre n’a pas pu être lu lors de la création du fichier]',
    exported: 'Exporté le {date}',
    version: 'Version du {date}',
  },
  de: {
    contents: 'Inhalt',
    missingImage: '[Bild fehlt]',
    missingImageNamed: '[Bild fehlt: {alt}]',
    missingNote: '[Der Text dieser Fußnote fehlt]',
    looseNotes: 'Fußnoten ohne Zeichen im Text',
    unreadable: '[Der Text dieses Kapitels konnte nicht gelesen werden, als diese Datei entstand]',
    exported: 'Exportiert am {date}',
    version: 'Fassung vom {date}',
  },
  it: {
    contents: 'Indice',
    missingImage: '[Immagine mancante]',
    missingImageNamed: '[Immagine mancante: {alt}]',
    missingNote: '[Il testo di questa nota manca]',
    looseNotes: 'Note senza richiamo nel testo',
    unreadable: '[Non è stato possibile leggere il testo di questo capitolo alla creazione del file]',
    exported: 'Esportato il {date}',
    version: 'Versione del {date}',
  },
};

/** What stands in the place of an image that is not there, in words. */
export function missingImage(language: Language, alt: string): string {
  const { missingImage: unnamed, missingImageNamed: named } = EXPORT_WORDS[language];
  return alt === '' ? unnamed : named.replace('{alt}', () => alt);
}
