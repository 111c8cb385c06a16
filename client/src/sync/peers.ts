import type { PresenceUser } from '@accord/shared/sync/wire';
import { type Awareness, removeAwarenessStates } from 'y-protocols/awareness';
import { createFact, type Fact } from './fact';

/** Somebody who has the chapter open, however many tabs they use (U8). */
export interface Peer extends PresenceUser {
  readonly me: boolean;
}

/** A tab renews its presence every 15 s; one not heard of for this long is gone (U7: within 30 s). */
const GHOST_AFTER = 26_000;
const SWEEP_EVERY = 2_000;

function userOf(state: Record<string, unknown>): PresenceUser | null {
  const user = state.user as Partial<PresenceUser> | undefined;
  if (typeof user?.id !== 'string' || typeof user.name !== 'string' || typeof user.country !== 'string')
    return null;
  return { id: user.id, name: user.name, country: user.country };
}

/** The people behind awareness states: one entry a person, me first, then by name. */
export function peersIn(states: ReadonlyMap<number, Record<string, unknown>>, me: PresenceUser): Peer[] {
  const people = new Map<string, Peer>([[me.id, { ...me, me: true }]]);
  for (const state of states.values()) {
    const user = userOf(state);
    if (user && !people.has(user.id)) people.set(user.id, { ...user, me: false });
  }
  return [...people.values()].sort((a, b) => Number(b.me) - Number(a.me) || a.name.localeCompare(b.name));
}

const samePeers = (a: readonly Peer[], b: readonly Peer[]): boolean =>
  a.length === b.length &&
  a.every((peer, index) => {
    const other = b[index];
    return other?.id === peer.id && other.name === peer.name && other.country === peer.country;
  });

/** Follows who is here, and removes ghosts. @returns the fact and a function that ends the watching */
export function watchPeers(
  awareness: Awareness,
  me: PresenceUser,
  now: () => number = Date.now,
): { readonly peers: Fact<readonly Peer[]>; sweep(): void; stop(): void } {
  const peers = createFact<readonly Peer[]>(peersIn(awareness.getStates(), me), samePeers);
  const update = () => peers.set(peersIn(awareness.getStates(), me));
  awareness.on('change', update);
  const sweep = () => {
    const ghosts = [...awareness.meta]
      .filter(
        ([client, { lastUpdated }]) => client !== awareness.clientID && now() - lastUpdated > GHOST_AFTER,
      )
      .map(([client]) => client);
    removeAwarenessStates(awareness, ghosts, 'ghost');
  };
  const timer = setInterval(sweep, SWEEP_EVERY);
  return {
    peers,
    sweep,
    stop() {
      clearInterval(timer);
      awareness.off('change', update);
    },
  };
}
