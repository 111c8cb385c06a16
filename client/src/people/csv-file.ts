import { csvLine } from '@accord/shared/kernel/csv';

/** Text of a CSV file: UTF-8, UTF-16 with a mark, else the encoding in which Excel in Western Europe writes. */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes); // not UTF-8: the other encoding in use
  }
}

/** Hands a CSV file to the browser to save. The byte order mark tells Excel that it is UTF-8. */
export function saveCsv(fileName: string, lines: readonly (readonly (string | number)[])[]): void {
  const file = new Blob(['\uFEFF', ...lines.map(csvLine)], { type: 'text/csv;charset=utf-8' });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Some browsers read the address only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
