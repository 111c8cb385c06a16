import type { PresenceUser } from '@accord/shared/sync/wire';
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { type ChapterSession, type Manuscript, openChapterSession } from './chapter-session';
import { createDevices, type Devices } from './device/devices';
import type { KeptWords } from './device/kept-words';
import type { Fact } from './fact';
import type { Peer } from './peers';
import type { Access, SavedState } from './saved-state';

/** The device stores of this tab; tests give their own. */
export const DevicesContext = createContext<Devices>(createDevices());

/** The device stores of this tab, e.g. for sign-out: `unsentWork(device)`, then `device.wipe()`. */
export const useDevices = (): Devices => useContext(DevicesContext);

/**
 * Opens a chapter for as long as the component lives; null for a moment at first. Give `title` once it is known: a
 * changed title does not open anew.
 */
export function useChapterSession(
  chapterId: string,
  person: PresenceUser,
  title: string,
): ChapterSession | null {
  const devices = useDevices();
  const [session, setSession] = useState<ChapterSession | null>(null);
  const { id, name, country } = person;
  // Not on a new title: a renamed chapter must not drop its live text.
  useEffect(() => {
    let opened: ChapterSession | null = null;
    let left = false;
    devices.of(id).then((device) => {
      if (left) return;
      opened = openChapterSession({ chapterId, title, person: { id, name, country }, device });
      setSession(opened);
    });
    return () => {
      left = true;
      setSession(null);
      opened?.close();
    };
  }, [devices, chapterId, id, name, country]);
  return session;
}

/** The present value of a fact; renders again when it changes. */
export const useFact = <T>(fact: Fact<T>): T => useSyncExternalStore(fact.subscribe, fact.get);

/** What the header says about my words (U3). */
export const useSavedState = (session: ChapterSession): SavedState => useFact(session.saved);
/** May I change the text now, and if not, why? */
export const useAccess = (session: ChapterSession): Access => useFact(session.access);
/** Is the server there? */
export const useLink = (session: ChapterSession): 'up' | 'down' => useFact(session.link);
/** The live text for an editor; a new one asks for a new editor. Null: show the last saved text, static. */
export const useManuscript = (session: ChapterSession): Manuscript | null => useFact(session.manuscript);
/** Who has the chapter open, me first, one entry a person. */
export const usePeers = (session: ChapterSession): readonly Peer[] => useFact(session.peers);
/** Refused words of mine, to be offered back. */
export const useKeptWords = (session: ChapterSession): readonly KeptWords[] => useFact(session.kept);
/** False when this browser keeps nothing beyond the tab. */
export const useLasting = (session: ChapterSession): boolean => useFact(session.lasting);
