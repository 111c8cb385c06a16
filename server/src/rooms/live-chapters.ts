import type { NodeJson } from '@accord/shared/manuscript/document';

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
