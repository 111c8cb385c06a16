/** Signs that some system takes in no file name, and characters nobody sees. */
const NOT_IN_NAMES = /[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu;
const LONGEST = 80;

/** A file's name made of a title, as every system takes it; `ending` without the dot. */
export function fileName(title: string, ending: string): string {
  const plain = title.normalize('NFC').replace(NOT_IN_NAMES, ' ').replace(/\s+/g, ' ').trim();
  // By characters, so that none is cut in half; Windows takes no point or space at the end, Unix hides names with one in front.
  const name = [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${name || 'Accord'}.${ending}`;
}

/** The header with which a browser saves what it is sent (RFC 6266): the name in ASCII, and as it is (RFC 8187). */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\w .()-]+/g, '_')
    .replace(/^\./, '_.');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
