/**
 * French sets a space before `:`, `;`, `!` and `?` and inside `« »` that no line may break at. Catalogues have ordinary
 * spaces there, which people can see while they write; this puts in the right ones.
 */
export function withNoBreakSpaces<T>(words: T): T {
  if (typeof words === 'string') {
    return words.replace(/ (?=:(?!\/\/)|»)|(?<=«) /g, '\u00a0').replace(/ (?=[;!?])/g, '\u202f') as T;
  }
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, withNoBreakSpaces(value)]),
  ) as T;
}
