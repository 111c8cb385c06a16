import { csvLine } from '@accord/shared/kernel/csv';
import { saveFile } from '../api/download';

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
export function saveCsv(name: string, lines: readonly (readonly (string | number)[])[]): void {
  saveFile({
    name,
    content: new Blob(['\uFEFF', ...lines.map(csvLine)], { type: 'text/csv;charset=utf-8' }),
  });
}
