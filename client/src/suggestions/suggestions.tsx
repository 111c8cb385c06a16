import { LOCKED_STATES } from '@accord/shared/access/state';
import { Failure } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import type { Chapter } from '@accord/shared/outputs/outputs';
import { listPeople, type PersonCard } from '@accord/shared/people/people';
import type { Suggestion } from '@accord/shared/suggestions/suggestions';
import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UndoManager } from 'yjs';
import { useFailureSentence } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { useMe } from '../services/session';
import type { ChapterSession } from '../sync/chapter-session';
import { createFact, type Fact } from '../sync/fact';
import { useAccess, useFact, useLink, useManuscript } from '../sync/hooks';
import { useVoice } from '../ui/notices';
import { AsIfAccepted } from './as-if-accepted';
import { type OpenSuggestion, openDesk, type SuggestionDesk } from './desk';
import { forgetUndo } from './forget-undo';
import type { Fork } from './fork';
import { openKeptSuggestions } from './kept-suggestions';
import { beLive, liveTabs } from './live-tabs';
import type { Mode, ModeChoice, SuggestionLayer, View } from './modes';
import { OwnDecisions } from './own-decisions';
import { type Here, suggestionCalls, type Verdict } from './suggestion-calls';

/** The suggestions of the chapter that is shown, and everything that can be done with them. */
export interface Suggestions {
  /** Null for a moment at first. */
  readonly desk: SuggestionDesk | null;
  readonly layer: SuggestionLayer;
  readonly choice: ModeChoice;
  readonly view: View;
  readonly open: readonly OpenSuggestion[];
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly fork: Fork | null;
  readonly myId: string;
  readonly mayDecide: boolean;
  readonly personOf: (id: string) => PersonCard | undefined;
  /** Accepts or rejects; says what came of it. @returns whether anything was decided */
  readonly decide: (ids: readonly string[], verdict: Verdict, at?: Here) => Promise<boolean>;
}

const SuggestionsContext = createContext<Suggestions | null>(null);

/** The suggestions of the chapter around. */
export function useSuggestions(): Suggestions {
  const suggestions = use(SuggestionsContext);
  if (!suggestions) throw new Error('useSuggestions needs Suggestions around it');
  return suggestions;
}

/** Gives what is inside the suggestions of a chapter, and its editor the text that is to be typed in. */
export function SuggestionsProvider(props: {
  chapter: Chapter;
  session: ChapterSession;
  layer: SuggestionLayer;
  editor: Editor | null;
  children: ReactNode;
}) {
  const { chapter, session, layer, editor, children } = props;
  const me = useMe();
  const people = useEndpoint(listPeople);
  const manuscript = useManuscript(session);
  const synced = manuscript?.doc ?? null;
  const shownEditor = useRef(editor);
  useEffect(() => {
    shownEditor.current = editor;
  });
  const desk = useDesk(chapter, me.id, shownEditor);
  const choice = useMode(chapter, session, layer);
  const view = useFact(layer.view);
  const fork = useFact(desk?.fork ?? NO_FORK);
  const open = useFact(desk?.open ?? NONE_OPEN);
  const loaded = useFact(desk?.loaded ?? NO);
  const error = useFact(desk?.error ?? NO_ERROR);

  useEffect(() => {
    if (!desk) return undefined;
    desk.follow(synced);
    return () => desk.follow(null);
  }, [desk, synced]);
  useEffect(() => {
    if (!desk) return undefined;
    desk.suggestIn(choice.mode === 'suggesting' ? synced : null);
    return () => desk.suggestIn(null);
  }, [desk, synced, choice.mode]);
  useShownText(layer, desk, synced, fork, view);
  useFresh(desk, session);
  useSaving(desk, layer, choice.mode === 'suggesting' && !choice.mayWrite);
  const decide = useDecisions(desk, layer, shownEditor, (id) => people.data?.find((each) => each.id === id));

  const mayDecide = choice.mayWrite && desk !== null;
  const value = useMemo<Suggestions>(
    () => ({
      desk,
      layer,
      choice,
      view,
      open,
      isLoading: !loaded && open.length === 0 && error === null,
      error: loaded ? null : error,
      fork,
      myId: me.id,
      mayDecide,
      personOf: (id) => people.data?.find((person) => person.id === id),
      decide,
    }),
    [desk, layer, choice, view, open, loaded, error, fork, me.id, mayDecide, people.data, decide],
  );
  return <SuggestionsContext value={value}>{children}</SuggestionsContext>;
}

const NO_FORK: Fact<Fork | null> = createFact<Fork | null>(null);
const NONE_OPEN: Fact<readonly OpenSuggestion[]> = createFact<readonly OpenSuggestion[]>([]);
const NO: Fact<boolean> = createFact(false);
const NO_ERROR: Fact<unknown> = createFact<unknown>(null);

function useDesk(
  { id: chapterId, title }: Chapter,
  personId: string,
  editor: { readonly current: Editor | null },
): SuggestionDesk | null {
  const { t } = useTranslation();
  const { notify } = useVoice();
  const [desk, setDesk] = useState<SuggestionDesk | null>(null);
  const say = useRef({ takenBack: () => undefined as unknown, notKept: () => undefined as unknown });
  useEffect(() => {
    say.current = {
      takenBack: () =>
        notify(
          t(($) => $.suggestions.takenBack),
          'bad',
        ),
      notKept: () =>
        notify(
          t(($) => $.suggestions.notKept),
          'bad',
        ),
    };
  });
  // Not on a new title: a renamed chapter must not end what is being suggested.
  useEffect(() => {
    let opened: SuggestionDesk | null = null;
    let left = false;
    const tab = newId();
    const endLive = beLive(tab);
    void openKeptSuggestions(personId).then((kept) => {
      if (left) return;
      opened = openDesk({
        chapterId,
        title,
        personId,
        kept,
        tab,
        calls: suggestionCalls(chapterId),
        otherTabs: () => liveTabs(tab),
        onTakenBack: () => say.current.takenBack(),
        onTrouble: () => say.current.notKept(),
        onMended: () => editor.current && !editor.current.isDestroyed && forgetUndo(editor.current),
      });
      setDesk(opened);
    });
    // A page that goes away takes nothing with it: what was typed last is put down in the same moment.
    const settle = () => opened?.fork.get()?.settle();
    window.addEventListener('pagehide', settle);
    document.addEventListener('visibilitychange', settle);
    return () => {
      left = true;
      window.removeEventListener('pagehide', settle);
      document.removeEventListener('visibilitychange', settle);
      opened?.close();
      endLive();
      setDesk(null);
    };
  }, [chapterId, personId, editor]);
  return desk;
}

/** Who may write chooses; a reviewer suggests, always (S1). */
function useMode(chapter: Chapter, session: ChapterSession, layer: SuggestionLayer): ModeChoice {
  const access = useAccess(session);
  const [chosen, choose] = useState<Mode>('writing');
  const mayWrite = access.may === 'write';
  const maySuggest =
    chapter.abilities.includes('chapter.suggest') &&
    !chapter.archived &&
    (mayWrite || (access.may === 'read' && (access.reason === 'reader' || access.reason === 'locked')));
  const isLocked = LOCKED_STATES.has(chapter.state);
  const mayChoose = maySuggest && (mayWrite || isLocked);
  const mode: Mode = maySuggest && (!mayChoose || chosen === 'suggesting') ? 'suggesting' : 'writing';
  const choice = useMemo<ModeChoice>(
    () => ({ mode, mayWrite, mayChoose, maySuggest }),
    [mode, mayWrite, mayChoose, maySuggest],
  );
  useEffect(() => {
    layer.choice.set(choice);
    layer.choose = choose;
    return () => {
      layer.choose = () => undefined;
    };
  }, [layer, choice]);
  return choice;
}

/** Gives the editor the text that goes with mode and view. */
function useShownText(
  layer: SuggestionLayer,
  desk: SuggestionDesk | null,
  synced: Parameters<SuggestionDesk['suggestIn']>[0],
  fork: Fork | null,
  view: View,
): void {
  useEffect(() => {
    if (!desk || !synced) {
      layer.text.set(null);
      return undefined;
    }
    if (view === 'with') {
      layer.text.set(fork && { doc: fork.doc, editable: true });
      return undefined;
    }
    if (view === 'original') {
      layer.text.set({ doc: synced, editable: false });
      return undefined;
    }
    const future = new AsIfAccepted(synced, desk.open.get);
    const end = desk.open.subscribe(future.later);
    layer.text.set({ doc: future.doc, editable: false });
    return () => {
      end();
      future.stop();
    };
  }, [layer, desk, synced, fork, view]);
  useEffect(() => () => layer.text.set(null), [layer]);
}

/** Asks again when the server says that suggestions have changed, and when it is back after an absence. */
function useFresh(desk: SuggestionDesk | null, session: ChapterSession): void {
  const link = useLink(session);
  useEffect(() => {
    if (!desk) return undefined;
    if (link === 'up') desk.retry();
    return session.onNotice((topic) => {
      if (topic === 'suggestions') void desk.refresh();
    });
  }, [desk, session, link]);
}

/** What the header says of suggestions on their way, and the browser to somebody who leaves (U3, U4). */
function useSaving(desk: SuggestionDesk | null, layer: SuggestionLayer, writes: boolean): void {
  useEffect(() => {
    if (!desk) return undefined;
    const tell = () => layer.saving.set({ writes, unsent: desk.unsent.get(), away: desk.away.get() });
    tell();
    const ends = [desk.unsent.subscribe(tell), desk.away.subscribe(tell)];
    const warn = (event: BeforeUnloadEvent) => {
      desk.fork.get()?.settle();
      if (desk.unsent.get() > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      for (const end of ends) end();
      window.removeEventListener('beforeunload', warn);
      layer.saving.set({ writes: false, unsent: 0, away: false });
    };
  }, [desk, layer, writes]);
}

function managerOf(editor: Editor | null): UndoManager | null {
  if (!editor || editor.isDestroyed) return null;
  const state = yUndoPluginKey.getState(editor.state) as { undoManager?: UndoManager } | undefined;
  return state?.undoManager ?? null;
}

/** Deciding, with what is said about it, and undo of it in its turn (S6, S8). */
function useDecisions(
  desk: SuggestionDesk | null,
  layer: SuggestionLayer,
  editor: { readonly current: Editor | null },
  personOf: (id: string) => PersonCard | undefined,
): Suggestions['decide'] {
  const { t } = useTranslation();
  const { notify, announce } = useVoice();
  const sentence = useFailureSentence();
  const [own] = useState(() => new OwnDecisions());
  const say = useRef({ t, notify, announce, sentence, personOf });
  useEffect(() => {
    say.current = { t, notify, announce, sentence, personOf };
  });

  useEffect(() => {
    if (!desk) return undefined;
    const undo = async (decisionId: string) => {
      const { t: words, notify: tell, announce: voice, sentence: why } = say.current;
      own.done(decisionId);
      try {
        const [first] = await desk.undo(decisionId);
        // One would have to look for it else.
        layer.reopened.set(first?.id ?? null);
        voice(words(($) => $.suggestions.undone));
      } catch (error) {
        if (error instanceof Failure && error.code === 'unavailable') own.made(decisionId, null);
        tell(
          error instanceof Failure && error.code === 'conflicts-with-text'
            ? words(($) => $.suggestions.notUndone)
            : why(error),
          'bad',
        );
      }
    };
    layer.undoInstead = (manager, dry) => {
      const decisionId = own.next(manager);
      if (decisionId === null) return false;
      if (!dry) void undo(decisionId);
      return true;
    };
    return () => {
      layer.undoInstead = null;
    };
  }, [desk, layer, own]);

  return useMemo<Suggestions['decide']>(() => {
    const whoDecided = (suggestion: Suggestion | undefined) => {
      const { t: words, notify: tell, personOf: who } = say.current;
      const { state, decision } = suggestion ?? {};
      const person = decision ? who(decision.personId) : undefined;
      const name = person ? `${person.name} (${person.country})` : words(($) => $.suggestions.someone);
      tell(
        state === 'withdrawn'
          ? words(($) => $.suggestions.already.withdrawn)
          : state === 'rejected'
            ? words(($) => $.suggestions.already.rejected, { name })
            : words(($) => $.suggestions.already.accepted, { name }),
        'bad',
      );
    };
    return async (ids, verdict, at) => {
      if (!desk || ids.length === 0) return false;
      const { t: words, notify: tell, announce: voice, sentence: why } = say.current;
      desk.fork.get()?.settle();
      try {
        const { decisionId, decided, conflicts, already } = await desk.decide(ids, verdict, at);
        if (decisionId !== null) own.made(decisionId, managerOf(editor.current));
        const count = decided.length;
        const done =
          ids.length === 1
            ? words(($) => $.suggestions.doneOne[verdict])
            : words(($) => $.suggestions.done[verdict], { count });
        const left = [
          ...(conflicts.length > 0
            ? [words(($) => $.suggestions.leftOpen, { count: conflicts.length })]
            : []),
          ...(already.length > 0 ? [words(($) => $.suggestions.wereDecided, { count: already.length })] : []),
        ];
        if (ids.length > 1 || left.length > 0)
          tell([done, ...left].join(' '), left.length > 0 ? 'bad' : 'good');
        else voice(done);
        return count > 0;
      } catch (error) {
        if (error instanceof Failure && error.code === 'already-decided') {
          void desk.refresh();
          const all = await desk.history().catch(() => []);
          whoDecided(all.find(({ id }) => ids.includes(id)));
        } else tell(why(error), 'bad');
        return false;
      }
    };
  }, [desk, own, editor]);
}
