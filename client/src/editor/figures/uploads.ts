/** What an upload gives back: where the picture is kept, and its size in pixels. */
export interface UploadedPicture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** Sends a picture to where it is kept. `onProgress` hears the share sent, 0 to 1. Rejects when it could not be kept. */
export type UploadPicture = (
  file: File,
  how: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
) => Promise<UploadedPicture>;

/** Where the upload for one figure stands. */
export type UploadState =
  | { readonly kind: 'running'; readonly name: string; readonly share: number }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: unknown }
  | { readonly kind: 'done'; readonly picture: UploadedPicture };

/**
 * The uploads of this tab, by the id of the figure that waits for each. They outlive the editor (another language of
 * the interface makes another editor), and a figure that was taken out and comes back finds its result here.
 */
export class Uploads {
  /** What sends a file; set by whoever owns the chapter. */
  send: UploadPicture;
  readonly #states = new Map<string, UploadState>();
  readonly #files = new Map<string, { file: File; stop: AbortController }>();
  readonly #listeners = new Set<() => void>();

  constructor(send: UploadPicture) {
    this.send = send;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stateOf(figureId: string): UploadState | undefined {
    return this.#states.get(figureId);
  }

  /** Whether a picture has arrived whose figure is not in the text. */
  get hasArrived(): boolean {
    return [...this.#states.values()].some(({ kind }) => kind === 'done');
  }

  /** Uploads `file` for a figure; one that is under way for it already is stopped. */
  start(figureId: string, file: File): void {
    this.#files.get(figureId)?.stop.abort();
    const stop = new AbortController();
    const current = () => this.#files.get(figureId)?.stop === stop;
    this.#files.set(figureId, { file, stop });
    this.#set(figureId, { kind: 'running', name: file.name, share: 0 });
    const onProgress = (share: number) => {
      if (current()) this.#set(figureId, { kind: 'running', name: file.name, share });
    };
    this.send(file, { signal: stop.signal, onProgress }).then(
      (picture) => {
        if (!current()) return;
        this.#files.delete(figureId);
        this.#set(figureId, { kind: 'done', picture });
      },
      (reason: unknown) => {
        if (current()) this.#set(figureId, { kind: 'failed', name: file.name, reason });
      },
    );
  }

  /** Tries a failed upload again with the same file. */
  retry(figureId: string): void {
    const file = this.#files.get(figureId)?.file;
    if (file) this.start(figureId, file);
  }

  /** Stops an upload and forgets it. */
  forget(figureId: string): void {
    this.#files.get(figureId)?.stop.abort();
    this.#files.delete(figureId);
    if (this.#states.delete(figureId)) this.#tell();
  }

  #set(figureId: string, state: UploadState): void {
    this.#states.set(figureId, state);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
