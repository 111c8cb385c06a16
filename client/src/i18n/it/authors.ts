import type { Catalogue } from '../catalogue';

/** Who wrote the selected words. */
export const authors: Catalogue['authors'] = {
  title: 'Chi l’ha scritto',
  note: 'Secondo il registro del server. Le parole spostate, copiate o ripristinate restano di chi le ha scritte per primo.',
  nothing: 'Seleziona prima delle parole o metti il cursore in un paragrafo.',
  changed: 'Il testo è appena cambiato o è ancora in corso di salvataggio.',
  again: 'Chiedi di nuovo',
  template: 'Modello o autore sconosciuto',
  someone: 'Una persona che non c’è più',
};
