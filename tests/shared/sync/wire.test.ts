import { readMessage } from '@accord/shared/sync/message';
import {
  ACCESS_WORDS,
  CLOSE,
  decodeServerHello,
  encodeClientHello,
  encodeDurable,
  encodeNotice,
  encodeRejected,
  encodeServerHello,
  MESSAGE,
  PROTOCOL_VERSION,
  RETRY_CLOSE,
} from '@accord/shared/sync/wire';
import fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the wire', () => {
  it('keeps its bytes: a change here needs a new PROTOCOL_VERSION', () => {
    expect(PROTOCOL_VERSION).toBe(1);
    expect({
      clientHello: hex(encodeClientHello({ protocol: 1, schema: 3, generation: 300 })),
      namedHello: hex(encodeClientHello({ protocol: 1, schema: 3, generation: 300, person: 'aino' })),
      serverHello: hex(
        encodeServerHello({ protocol: 1, schema: 3, generation: 300, role: 'write', person: 'aino' }),
      ),
      durable: hex(encodeDurable(129)),
      rejected: hex(encodeRejected(2, 'not-allowed')),
      notice: hex(encodeNotice('threads')),
    }).toEqual({
      clientHello: '640103ac02',
      namedHello: '640103ac020461696e6f',
      serverHello: '640103ac020577726974650461696e6f',
      durable: '658101',
      rejected: '66020b6e6f742d616c6c6f776564',
      notice: '670774687265616473',
    });
    expect(MESSAGE).toEqual({
      sync: 0,
      awareness: 1,
      auth: 2,
      queryAwareness: 3,
      hello: 100,
      durable: 101,
      rejected: 102,
      notice: 103,
    });
    expect(ACCESS_WORDS).toEqual(['write', 'read', 'locked', 'archived', 'read-only-storage']);
    expect(CLOSE).toEqual({
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
    });
    expect(RETRY_CLOSE).toEqual({ 'going-away': 1001, 'server-error': 1011, 'slow-reader': 1013 });
  });

  it('every code that ends a stock provider’s reconnecting is in 4400 to 4499, and no other', () => {
    for (const code of Object.values(CLOSE)) expect(code >= 4400 && code <= 4499).toBe(true);
    for (const code of Object.values(RETRY_CLOSE)) expect(code >= 4400 && code <= 4499).toBe(false);
  });

  it('hello says again what was said', () => {
    const number = fc.nat(2 ** 31 - 1);
    fc.assert(
      fc.property(
        number,
        number,
        number,
        fc.constantFrom(...ACCESS_WORDS),
        fc.string({ maxLength: 40 }),
        (protocol, schema, generation, role, person) => {
          const read = (bytes: Uint8Array) => {
            const decoder = decoding.createDecoder(bytes);
            expect(decoding.readVarUint(decoder)).toBe(MESSAGE.hello);
            return decodeServerHello(decoder);
          };
          const hello = { protocol, schema, generation };
          expect(read(encodeServerHello({ ...hello, role, person }))).toEqual({ ...hello, role, person });
          expect(readMessage(encodeClientHello(hello))).toEqual({ kind: 'hello', ...hello, person: null });
          expect(readMessage(encodeClientHello({ ...hello, person }))).toEqual({
            kind: 'hello',
            ...hello,
            person,
          });
        },
      ),
    );
  });

  it('reads y-protocols’ own sync messages', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'words');
    const message = (write: (encoder: encoding.Encoder) => void) =>
      readMessage(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE.sync);
          write(encoder);
        }),
      );
    const state = Y.encodeStateAsUpdate(doc);
    expect(message((encoder) => syncProtocol.writeSyncStep1(encoder, doc))).toEqual({
      kind: 'state-vector',
      stateVector: Y.encodeStateVector(doc),
    });
    expect(message((encoder) => syncProtocol.writeSyncStep2(encoder, doc))).toEqual({
      kind: 'update',
      update: state,
      answer: true,
    });
    expect(message((encoder) => syncProtocol.writeUpdate(encoder, state))).toEqual({
      kind: 'update',
      update: state,
      answer: false,
    });
  });

  it('[X1] never throws, and takes a frame with bytes missing or left over for malformed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => void readMessage(bytes)),
      { numRuns: 2000 },
    );
    const malformed = (...bytes: number[]) => readMessage(Uint8Array.from(bytes));
    expect(malformed()).toEqual({ kind: 'malformed', carriesUpdate: false });
    expect(malformed(0)).toEqual({ kind: 'malformed', carriesUpdate: false });
    expect(malformed(0, 9)).toEqual({ kind: 'malformed', carriesUpdate: false });
    expect(malformed(0, 2, 5, 1)).toEqual({ kind: 'malformed', carriesUpdate: true });
    expect(malformed(0, 1, 1, 0, 0)).toEqual({ kind: 'malformed', carriesUpdate: true });
    expect(malformed(100, 1)).toEqual({ kind: 'malformed', carriesUpdate: false });
    expect(malformed(100, 1, 1, 1, 5, 65)).toEqual({ kind: 'malformed', carriesUpdate: false });
    expect(malformed(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1)).toEqual({
      kind: 'malformed',
      carriesUpdate: false,
    });
    expect(malformed(77, 1, 2)).toEqual({ kind: 'unknown' });
  });
});
