import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Version of our own message kinds; bumped when one changes in a way an older tab can't read. */
export const PROTOCOL_VERSION = 1;

/** First varUint of every message. 0 to 3 are y-websocket's, from 100 on ours. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  hello: 100,
  durable: 101,
  rejected: 102,
  notice: 103,
} as const;
/** Second varUint of a sync message. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Why a frame was refused or a socket closed; close codes 4400 to 4499 end the stock provider's reconnecting. */
export const CLOSE = {
  malformed: 4400,
  'not-signed-in': 4401,
  'another-person': 4402,
  'not-allowed': 4403,
  'not-found': 4404,
  'foreign-client-id': 4409,
  'older-generation': 4410,
  'older-schema': 4412,
  'too-large': 4413,
  'chapter-locked': 4423,
  archived: 4424,
  'too-many-requests': 4429,
  'document-unreadable': 4450,
  'read-only-storage': 4451,
} as const;
export type CloseReason = keyof typeof CLOSE;

/** Close codes outside 44xx, after which a provider does reconnect. */
export const RETRY_CLOSE = { 'going-away': 1001, 'server-error': 1011, 'slow-reader': 1013 } as const;

/** Role names a `hello` from the server carries: may this connection write, or only read, and why not. */
export const ACCESS_WORDS = ['write', 'read', 'locked', 'archived', 'read-only-storage'] as const;
export type AccessWord = (typeof ACCESS_WORDS)[number];

export interface Hello {
  readonly protocol: number;
  readonly schema: number;
  /** 0 from a client that holds nothing yet. */
  readonly generation: number;
  /**
   * Id of the person whose words travel here: from a client, whom it takes itself for; from the server, whose session it
   * is. A browser's cookie may be another person's since the page was opened.
   */
  readonly person?: string;
}

/** Encodes a client's hello. The person comes last, for servers that know no such field. */
export function encodeClientHello(hello: Hello): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.hello);
    encoding.writeVarUint(encoder, hello.protocol);
    encoding.writeVarUint(encoder, hello.schema);
    encoding.writeVarUint(encoder, hello.generation);
    if (hello.person !== undefined) encoding.writeVarString(encoder, hello.person);
  });
}

/** Encodes the server's hello: what it speaks, the document's generation, this connection's access word and its person. */
export function encodeServerHello(
  hello: Hello & { readonly role: AccessWord; readonly person: string },
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.hello);
    encoding.writeVarUint(encoder, hello.protocol);
    encoding.writeVarUint(encoder, hello.schema);
    encoding.writeVarUint(encoder, hello.generation);
    encoding.writeVarString(encoder, hello.role);
    encoding.writeVarString(encoder, hello.person);
  });
}

/** Reads the server's hello after its kind; access word and person are missing from older ones. A client's is read by `readMessage`. */
export function decodeServerHello(decoder: decoding.Decoder): Hello & { readonly role?: string } {
  const protocol = decoding.readVarUint(decoder);
  const schema = decoding.readVarUint(decoder);
  const generation = decoding.readVarUint(decoder);
  if (!decoding.hasContent(decoder)) return { protocol, schema, generation };
  const role = decoding.readVarString(decoder);
  if (!decoding.hasContent(decoder)) return { protocol, schema, generation, role };
  return { protocol, schema, generation, role, person: decoding.readVarString(decoder) };
}

/** `durable n`: each of the first n update-carrying frames of this connection is on disk or was rejected. */
export function encodeDurable(n: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.durable);
    encoding.writeVarUint(encoder, n);
  });
}

/** `rejected n, reason`: update-carrying frame n (from 1) was refused. */
export function encodeRejected(n: number, reason: CloseReason): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.rejected);
    encoding.writeVarUint(encoder, n);
    encoding.writeVarString(encoder, reason);
  });
}

/** What about a chapter has changed, in a `notice`. */
export type NoticeTopic = 'threads' | 'suggestions' | 'versions' | 'chapter' | 'notices';

/** `notice topic`: something about this chapter changed; ask again over HTTP. */
export function encodeNotice(topic: NoticeTopic): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.notice);
    encoding.writeVarString(encoder, topic);
  });
}

/** What the server writes into `user` of every awareness state, whatever the client sent (U7, K7). */
export interface PresenceUser {
  readonly id: string;
  readonly name: string;
  readonly country: string;
}
