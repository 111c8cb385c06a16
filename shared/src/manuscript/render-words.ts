import type { Language } from '../access/role';

/** The few words that a rendered text adds of its own, in the language of the text. */
export interface RenderWords {
  readonly note: string;
  readonly tip: string;
  readonly warning: string;
  readonly example: string;
  readonly footnotes: string;
  /** Leads from a footnote back to its place in the text. */
  readonly back: string;
}

export const RENDER_WORDS: Readonly<Record<Language, RenderWords>> = {
  en: {
    note: 'Note',
    tip: 'Tip',
    warning: 'Warning',
    example: 'Example',
    footnotes: 'Footnotes',
    back: 'Back to the text',
  },
  fi: {
    note: 'Huomautus',
    tip: 'Vinkki',
    warning: 'Varoitus',
    example: 'Esimerkki',
    footnotes: 'Alaviitteet',
    back: 'Takaisin tekstiin',
  },
  fr: {
    note: 'Remarque',
    tip: 'Conseil',
    warning: 'Attention',
    example: 'Exemple',
    footnotes: 'Notes',
    back: 'Retour au texte',
  },
  de: {
    note: 'Hinweis',
    tip: 'Tipp',
    warning: 'Warnung',
    example: 'Beispiel',
    footnotes: 'Fußnoten',
    back: 'Zurück zum Text',
  },
  it: {
    note: 'Nota',
    tip: 'Suggerimento',
    warning: 'Attenzione',
    example: 'Esempio',
    footnotes: 'Note',
    back: 'Torna al testo',
  },
};
