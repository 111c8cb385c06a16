const ACCENTED: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ĝ',
  H: 'Ĥ',
  I: 'Î',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ó',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};

/** What must come through unchanged: placeholders, nested keys, and the tags that mark up a part of a sentence. */
const PROTECTED = /\{\{[^}]*\}\}|\$t\([^)]*\)|<[^>]+>/g;

/**
 * A sentence as the pseudo-language shows it: accented, in brackets, about 30 % longer, placeholders intact.
 * `Save {{count}}` becomes `[!!! Šáṽé {{count}} one !!!]`.
 */
export function pseudoSentence(english: string): string {
  let accented = '';
  let from = 0;
  for (const match of english.matchAll(PROTECTED)) {
    accented += accent(english.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  accented += accent(english.slice(from));
  const longer = Math.ceil(english.replace(PROTECTED, '').length * 0.3);
  return `[!!! ${accented} ${filler(longer)} !!!]`;
}

/** A whole catalogue in the pseudo-language. */
export function pseudoCatalogue<T>(english: T): T {
  if (typeof english === 'string') return pseudoSentence(english) as T;
  return Object.fromEntries(
    Object.entries(english as Record<string, unknown>).map(([key, value]) => [key, pseudoCatalogue(value)]),
  ) as T;
}

function accent(text: string): string {
  return Array.from(text, (letter) => ACCENTED[letter] ?? letter).join('');
}

function filler(length: number): string {
  const words = 'õñé ţŵó ţĥŕéé ƒóûŕ ƒîṽé šîẋ šéṽéñ éîĝĥţ ñîñé ţéñ ';
  return words
    .repeat(Math.ceil(length / words.length))
    .slice(0, Math.max(length, 1))
    .trim();
}
