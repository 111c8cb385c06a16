import { Failure } from '@accord/shared/kernel/failure';
import { failureOf } from './call';

/** A file the server has made. */
export interface DownloadedFile {
  readonly name: string;
  readonly content: Blob;
}

/**
 * Fetches a file by an address of ours, so that what goes wrong can be said on the page instead of being saved as a file.
 * @throws Failure with the server's code; `unavailable` when the server can't be reached or the file breaks off
 */
export async function downloadFile(address: string): Promise<DownloadedFile> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin' });
    if (response.ok) {
      const content = await response.blob();
      return { name: nameIn(response.headers.get('content-disposition') ?? ''), content };
    }
  } catch (cause) {
    throw new Failure('unavailable', 'the server could not be reached', { cause });
  }
  throw failureOf(response.status, await response.text());
}

/** The name a file is sent under (RFC 6266), in full where that is given. */
function nameIn(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  const [, plain] = /filename="([^"]+)"/i.exec(disposition) ?? [];
  return plain ?? '';
}

/** Hands a file to the browser to save. */
export function saveFile({ name, content }: DownloadedFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the address only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
