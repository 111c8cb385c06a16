import { peersIn, watchPeers } from '@accord/client/sync/peers';
import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';

const me = { id: 'p-me', name: 'Marie', country: 'FR' };
const aino = { id: 'p-aino', name: 'Aino', country: 'FI' };

describe('who is here', () => {
  it('[U8] is one entry a person, me first, then by name', () => {
    const klara = { id: 'p-klara', name: 'Klara', country: 'DE' };
    const states = new Map([
      [1, { user: klara }],
      [2, { user: aino }],
      [3, { user: aino }],
      [4, { user: me }],
    ]);
    expect(peersIn(states, me).map((peer) => peer.id)).toEqual(['p-me', 'p-aino', 'p-klara']);
  });

  it('[K7] leaves out states that name nobody', () => {
    const states = new Map<number, Record<string, unknown>>([
      [1, {}],
      [2, { user: null }],
      [3, { user: { id: 7, name: {}, country: [] } }],
    ]);
    expect(peersIn(states, me).map((peer) => peer.id)).toEqual(['p-me']);
  });

  it('[U7] a ghost that stopped renewing its presence is gone before thirty seconds are over', () => {
    let later = 0;
    const mine = new Awareness(new Y.Doc());
    const { peers, sweep, stop } = watchPeers(mine, me, () => Date.now() + later);
    const theirs = new Awareness(new Y.Doc());
    theirs.setLocalStateField('user', aino);
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'server');
    // Presence is renewed every fifteen to eighteen seconds: nobody alive is swept away.
    later = 20_000;
    sweep();
    expect(peers.get()).toHaveLength(2);
    later = 28_000;
    sweep();
    expect(peers.get().map((peer) => peer.id)).toEqual(['p-me']);
    stop();
    theirs.destroy();
    mine.destroy();
  });
});
