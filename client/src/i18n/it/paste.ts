import type { Catalogue } from '../catalogue';

export const paste: Catalogue['paste'] = {
  title: 'Incollato, con queste eccezioni',
  lines: {
    pictures_one: '{{count, number}} immagine non è stata ripresa: aggiungi il file al suo posto.',
    pictures_other: '{{count, number}} immagini non sono state riprese: aggiungi i file al loro posto.',
    drawings_one: '{{count, number}} disegno è stato tralasciato: salvalo come immagine e aggiungila.',
    drawings_other: '{{count, number}} disegni sono stati tralasciati: salvali come immagini e aggiungile.',
    icons_one: '{{count, number}} piccola icona è stata tralasciata.',
    icons_other: '{{count, number}} piccole icone sono state tralasciate.',
    deletions_one:
      '{{count, number}} eliminazione con revisione è stata tralasciata; gli inserimenti sono diventati testo.',
    deletions_other:
      '{{count, number}} eliminazioni con revisione sono state tralasciate; gli inserimenti sono diventati testo.',
    comments_one: '{{count, number}} commento è stato tralasciato.',
    comments_other: '{{count, number}} commenti sono stati tralasciati.',
    footnotesWithoutText_one:
      '{{count, number}} nota è arrivata senza testo: era stato copiato solo il richiamo.',
    footnotesWithoutText_other:
      '{{count, number}} note sono arrivate senza testo: erano stati copiati solo i richiami.',
    embeds_one: '{{count, number}} filmato, mappa o altra pagina incorporata è stato tralasciato.',
    embeds_other: '{{count, number}} filmati, mappe o altre pagine incorporate sono stati tralasciati.',
    fields_one: '{{count, number}} campo di modulo è stato tralasciato.',
    fields_other: '{{count, number}} campi di modulo sono stati tralasciati.',
    links_one: '{{count, number}} link che da qui non porterebbe a nulla è stato tolto; il testo è rimasto.',
    links_other:
      '{{count, number}} link che da qui non porterebbero a nulla sono stati tolti; il testo è rimasto.',
    formulas_one: '{{count, number}} formula è diventata testo semplice: controllala.',
    formulas_other: '{{count, number}} formule sono diventate testo semplice: controllale.',
    highlights_one: 'L’evidenziazione è stata tolta in {{count, number}} punto; il testo è rimasto.',
    highlights_other: 'L’evidenziazione è stata tolta in {{count, number}} punti; il testo è rimasto.',
    hidden_one: '{{count, number}} passaggio nascosto è stato tralasciato.',
    hidden_other: '{{count, number}} passaggi nascosti sono stati tralasciati.',
    headingNumbers_one: 'Il numero automatico di {{count, number}} titolo è stato tralasciato.',
    headingNumbers_other: 'I numeri automatici di {{count, number}} titoli sono stati tralasciati.',
    nestedTables_one: '{{count, number}} tabella dentro una tabella è diventata paragrafi.',
    nestedTables_other: '{{count, number}} tabelle dentro una tabella sono diventate paragrafi.',
    largeTables_one: '{{count, number}} tabella è troppo grande per un capitolo ed è diventata paragrafi.',
    largeTables_other:
      '{{count, number}} tabelle sono troppo grandi per un capitolo e sono diventate paragrafi.',
    deepNesting_one:
      '{{count, number}} parte era annidata troppo in profondità: il testo è arrivato senza struttura.',
    deepNesting_other:
      '{{count, number}} parti erano annidate troppo in profondità: il testo è arrivato senza struttura.',
    tooLarge_one:
      'Non è stato incollato nulla: è più testo di quanto un capitolo possa ricevere in una volta. Incollalo a parti.',
    tooLarge_other:
      'Non è stato incollato nulla: è più testo di quanto un capitolo possa ricevere in una volta. Incollalo a parti.',
  },
};
