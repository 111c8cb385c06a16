/** Control characters, halves of characters and what is no character: an XML file that holds one can't be opened. */
const NOT_IN_XML = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Text as a Word file can hold it: tabs and line ends stay, other control characters become spaces. */
export const xmlText = (text: string): string =>
  text.replace(NOT_IN_XML, (character) => {
    if (character === '\t' || character === '\n') return character;
    return /\p{Cc}/u.test(character) ? ' ' : '\uFFFD';
  });
