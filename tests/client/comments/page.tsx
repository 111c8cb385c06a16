import { anchorOfSelection } from '@accord/client/comments/anchor-of-selection';
import { createCommentLayer } from '@accord/client/comments/comment-layer';
import { CommentsProvider, useComments } from '@accord/client/comments/comments';
import { CommentsBar } from '@accord/client/comments/comments-bar';
import { useThreadItems } from '@accord/client/comments/use-thread-items';
import { laterWords, startI18n } from '@accord/client/i18n/i18n';
import { useActiveCard } from '@accord/client/margin/active-card';
import { MarginList } from '@accord/client/margin/margin-cards';
import { createQueryClient } from '@accord/client/services/query-client';
import { sessionQuery } from '@accord/client/services/session';
import type { ChapterSession } from '@accord/client/sync/chapter-session';
import { createFact, type WritableFact } from '@accord/client/sync/fact';
import { NoticeProvider } from '@accord/client/ui/notices';
import type { Thread } from '@accord/shared/comments/comments';
import type { Chapter } from '@accord/shared/outputs/outputs';
import { QueryClientProvider } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';
import type { Doc } from 'yjs';
import { openEditor } from '../editor/open-editor';
import { comment } from './threads';

const person = (id: string, name: string, country: string) => ({
  id,
  name,
  country,
  partnerId: 'partner-1',
  active: true,
});
const PEOPLE = [
  person('person-me', 'Aino Korhonen', 'FI'),
  person('person-marie', 'Marie Dupont', 'FR'),
  person('person-klara', 'Klara Weber', 'DE'),
];

/** The comments' side of a server, as the contract has it, in memory. */
export class FakeServer {
  readonly threads = new Map<string, Thread>();
  /** What was asked of it, reading left out: `POST /api/threads/x/comments {...}`. */
  readonly asked: string[] = [];
  /** Answers every writing with this problem instead. */
  refuses: { status: number; code: string } | null = null;
  /** Nobody can be reached. */
  isAway = false;
  personId = 'person-me';

  answer = async (address: string, init: RequestInit = {}): Promise<Response> => {
    if (this.isAway) throw new TypeError('Failed to fetch');
    const { pathname } = new URL(address, location.href);
    const method = init.method ?? 'GET';
    const reply = (body: unknown, status = 200, type = 'application/json') =>
      new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
    if (pathname === '/api/people') return reply(PEOPLE);
    if (method === 'GET') return reply([...this.threads.values()]);
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : {};
    this.asked.push(`${method} ${pathname}`);
    if (this.refuses) {
      const { status, code } = this.refuses;
      return reply({ type: 'about:blank', title: code, status, code }, status, 'application/problem+json');
    }
    return reply(this.#write(method, pathname.split('/').slice(2), body));
  };

  #write(method: string, path: string[], body: Record<string, never>): Thread {
    const [first = '', id = '', , commentId] = path;
    const at = new Date().toISOString();
    if (first === 'chapters') {
      const begun: Thread = {
        id: body.id ?? 'made',
        chapterId: id,
        anchor: body.anchor ?? { kind: 'chapter' },
        comments: [comment(`${body.id}-1`, this.personId, body.text ?? '', at)],
        resolved: null,
        type: body.type ?? null,
        decision: null,
        reason: '',
        events: [],
      };
      this.threads.set(begun.id, begun);
      return begun;
    }
    const old = this.threads.get(id);
    if (!old) throw new Error(`no thread ${id}`);
    const changed = this.#changed(old, method, commentId, body, at);
    this.threads.set(id, changed);
    return changed;
  }

  #changed(
    old: Thread,
    method: string,
    commentId: string | undefined,
    body: Record<string, never>,
    at: string,
  ): Thread {
    const { personId } = this;
    if (method === 'POST')
      return {
        ...old,
        comments: [...old.comments, comment(body.id ?? 'made', personId, body.text ?? '', at)],
      };
    if (method === 'DELETE')
      return {
        ...old,
        comments: old.comments.map((each) =>
          each.id === commentId ? { ...each, text: '', deleted: { personId, at } } : each,
        ),
      };
    if (commentId !== undefined)
      return {
        ...old,
        comments: old.comments.map((each) =>
          each.id === commentId ? { ...each, text: body.text ?? '', editedAt: at } : each,
        ),
      };
    const { resolved, ...rest } = body as { resolved?: boolean };
    return {
      ...old,
      ...rest,
      ...(resolved === undefined ? {} : { resolved: resolved ? { personId, at } : null }),
    };
  }
}

export interface OpenPage {
  readonly server: FakeServer;
  readonly editor: Editor;
  /** How many changes of the text have not been saved. */
  readonly unsaved: WritableFact<number>;
  /** The server says that something has changed. */
  notice(topic: string): void;
  close(): void;
}

const i18n = await startI18n('en');
await laterWords(i18n, 'en');

/** Shows the comments of a chapter as a list beside its editor, for Aino Korhonen of Finland. */
export async function openPage(
  doc: Doc,
  options: { server?: FakeServer; abilities?: Chapter['abilities'] } = {},
): Promise<OpenPage> {
  const { server = new FakeServer(), abilities = ['chapter.read', 'chapter.comment'] } = options;
  vi.stubGlobal('fetch', server.answer);
  // jsdom has none of these.
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('scrollBy', () => undefined);
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  const queries = createQueryClient(() => undefined);
  queries.setQueryData(sessionQuery.queryKey, { ...PEOPLE[0] });
  const layer = createCommentLayer();
  const editor = openEditor(doc, { added: layer.feature.extensions ?? [] });
  const listeners = new Set<(topic: string) => void>();
  const unsaved = createFact(0);
  const session = {
    chapterId: 'chapter-1',
    unsaved,
    manuscript: createFact({ doc }),
    link: createFact('up'),
    onNotice(listener: (topic: string) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as ChapterSession;
  const chapter = { id: 'chapter-1', outputId: 'output-1', role: 'author', abilities } as Chapter;

  function Cards() {
    const activity = useActiveCard();
    const { beginThread } = useComments();
    const begin = () => {
      const anchor = anchorOfSelection(editor.state, null);
      return anchor && beginThread(anchor);
    };
    const threads = useThreadItems({ chapter, session, editor, activity, showQuotes: true, original: null });
    return (
      <>
        <CommentsBar
          threads={threads}
          canStandBeside={false}
          asList
          onAsList={() => undefined}
          onAboutChapter={null}
        />
        <output>{threads.counts.open}</output>
        <button type="button" id="begin" onClick={() => activity.activate(begin() ?? null, { focus: true })}>
          begin
        </button>
        <MarginList
          label="Comments"
          items={threads.items}
          active={activity.active}
          onActivate={(id) => activity.activate(id, { stands: 'here' })}
        />
      </>
    );
  }
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  root.render(
    <QueryClientProvider client={queries}>
      <NoticeProvider>
        <CommentsProvider chapter={chapter} session={session}>
          <Cards />
        </CommentsProvider>
      </NoticeProvider>
    </QueryClientProvider>,
  );
  return {
    server,
    editor,
    unsaved,
    notice(topic) {
      for (const listener of [...listeners]) listener(topic);
    },
    close() {
      root.unmount();
      element.remove();
      queries.clear();
    },
  };
}
