import { Failure } from '@accord/shared/kernel/failure';
import { hashOfCanonicalJson } from '@accord/shared/manuscript/canonical';
import type { NodeJson } from '@accord/shared/manuscript/document';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** The text of a version, whole in itself (V8): nothing else has to be read or replayed to have it. */
export interface VersionText {
  readonly json: NodeJson;
  /** Full Yjs state (V1 update). */
  readonly state: Uint8Array;
}

/** Puts a version's canonical JSON and state into one blob, so that one write stores both. */
export const encodeVersionText = (canonicalJson: string, state: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarString(encoder, canonicalJson);
    encoding.writeUint8Array(encoder, state);
  });

/** @throws Failure('document-unreadable') when the text is not the one with `hash` */
export function decodeVersionText(blob: Uint8Array, hash: string): VersionText {
  const decoder = decoding.createDecoder(blob);
  const canonicalJson = decoding.readVarString(decoder);
  if (hashOfCanonicalJson(canonicalJson) !== hash) {
    throw new Failure('document-unreadable', 'The stored text of the version does not fit its hash.');
  }
  return { json: JSON.parse(canonicalJson) as NodeJson, state: decoding.readTailAsUint8Array(decoder) };
}
