import type { NodeJson } from '@accord/shared/manuscript/document';
import type { Edit } from '@accord/shared/manuscript/edits';
import type { NoticeTopic } from '@accord/shared/sync/wire';
import type { XmlFragment } from 'yjs';

/** A chapter's committed text at one moment. */
export interface CommittedText {
  /** Log sequence number it covers. */
  readonly seq: number;
  readonly json: NodeJson;
  /** Full Yjs state (V1 update), self-contained. */
  readonly state: Uint8Array;
}

/** What a server feature may do with live chapters; the rooms implement it. */
export interface LiveChapters {
  /** The committed text, whether or not anybody has the chapter open. @throws Failure('document-unreadable') */
  read(chapterId: string): Promise<CommittedText>;
  /** Writes the first content of a new chapter, durably (U2). @throws Failure('conflict') when it already has any */
  seed(chapterId: string, document: NodeJson, personId: string): Promise<void>;
  /**
   * Changes the text. `plan` sees the text as committed, at the moment of its turn, and writes; what it has written is one step,
   * stored and shown as a whole or not at all. When it writes nothing or throws, nothing happens.
   * @returns what `plan` gave, once its edits are on disk
   * @throws what `plan` throws; Failure('chapter-locked' | 'too-large' | 'read-only-storage' | 'document-unreadable')
   */
  edit<T>(chapterId: string, plan: (text: TextToEdit) => T, how?: HowToEdit): Promise<T>;
  /** Tells everybody who has the chapter open that something about it has changed: ask again over HTTP. */
  notify(chapterId: string, topic: NoticeTopic): void;
}

/** What is particular about an edit of the server's. */
export interface HowToEdit {
  /** Also while the text is locked; for declared editorial changes only (R5). */
  readonly despiteLock?: boolean;
  /** The version whose words are written back; who first wrote them is their author. */
  readonly restores?: string;
  /**
   * Is given the text first. Until it is done nobody's words are taken in, and `plan` sees the same text; what people type
   * meanwhile waits and comes right after. When it throws, nothing happens.
   */
  readonly before?: (text: CommittedText) => Promise<void>;
}

/** In whose name the server writes. */
export interface Writer {
  readonly personId: string;
  /**
   * Yjs client id to write with: this person's in this chapter, used by nobody else. Each writing raises its clock, so that
   * the text itself tells later whether it took place.
   */
  readonly clientId: number;
}

/** The committed text of a chapter while a `plan` looks at it and writes. */
export interface TextToEdit {
  /** As it stands, with what was written so far. */
  readonly json: NodeJson;
  /** To look up Yjs positions; not to be written to. */
  readonly fragment: XmlFragment;
  /** @returns the clock of the writer's client id after it. @throws EditError when the edits do not fit */
  write(writer: Writer, edits: readonly Edit[]): number;
  /** Makes the text exactly `target`, by the least that does it. @returns as `write` @throws RangeError for unknown marks */
  rewrite(writer: Writer, target: NodeJson): number;
}

/** Who stands behind a socket, and what a chapter is; supplied by the composition so that rooms know no feature. */
export interface Gatekeeper {
  /** The signed-in person of a Cookie header, or null. */
  authenticate(cookieHeader: string | undefined): Promise<Connecting | null>;
  /** What this session may do on this chapter now. Null: no such chapter for them. */
  judge(connecting: Connecting, chapterId: string): Promise<Access | null>;
}

/** A person on a connection, as the session knows them. */
export interface Connecting {
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly country: string;
}

/** `write` may change text; the others only read, for the reason named. `none`: may not even read (any more). */
export type Access = 'write' | 'read' | 'locked' | 'archived' | 'none';
