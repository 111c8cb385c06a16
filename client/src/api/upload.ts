import { Failure } from '@accord/shared/kernel/failure';
import {
  type AnyEndpoint,
  addressOf,
  type CallInput,
  type CallOutput,
  failureOf,
  outputOf,
  parseJson,
} from './call';

/**
 * Sends a file as it is to an endpoint with a raw body, telling how far it got.
 *
 * @param onProgress called with the share sent, 0 to 1.
 * @throws Failure as `call` does; `too-large` before anything is sent when the endpoint's limit is lower.
 */
export function upload<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  file: Blob,
  { onProgress, signal }: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<CallOutput<E>> {
  if (endpoint.rawBody && file.size > endpoint.rawBody.maxBytes)
    return Promise.reject(new Failure('too-large'));
  return new Promise((resolve, reject) => {
    // fetch can't tell how much of a body has been sent; XMLHttpRequest can.
    const request = new XMLHttpRequest();
    request.open(endpoint.method, addressOf(endpoint, input));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status > 299) {
        reject(failureOf(request.status, request.responseText));
        return;
      }
      try {
        resolve(outputOf(endpoint, parseJson(request.responseText)));
      } catch (failure) {
        reject(failure);
      }
    });
    request.addEventListener('error', () =>
      reject(new Failure('unavailable', 'the server could not be reached')),
    );
    request.addEventListener('abort', () =>
      reject(signal?.reason ?? new DOMException('Aborted', 'AbortError')),
    );
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
