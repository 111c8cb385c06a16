/** One of my changes that the server has not called durable, as kept on the device. */
export interface UnsavedUpdate {
  /** The tab that made it; every opening of a chapter is a new one. */
  readonly tab: string;
  /** 1, 2, 3 … within that tab. */
  readonly seq: number;
  /** A Yjs V1 update. */
  readonly update: Uint8Array;
}

/** A change's name on this device. */
export const nameOf = ({ tab, seq }: Pick<UnsavedUpdate, 'tab' | 'seq'>): string => `${tab} ${seq}`;
