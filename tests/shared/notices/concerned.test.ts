import {
  noticesOfDecision,
  noticesOfThread,
  type ThreadHappening,
  type ThreadPlace,
} from '@accord/shared/notices/concerned';
import { excerptOf } from '@accord/shared/notices/excerpt';
import { MAX_EXCERPT, NewNotice } from '@accord/shared/notices/notices';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const PLACE: ThreadPlace = {
  chapterId: 'chapter-1',
  threadId: 'thread-1',
  commentId: 'comment-1',
  suggestionId: null,
  text: 'Is this the right word?',
};
const told = (happening: ThreadHappening, place = PLACE) =>
  Object.fromEntries(noticesOfThread(happening, place).map(({ personId, kind }) => [personId, kind]));

describe('[C11] [N1] who is told of a thread', () => {
  it('opened: whoever is mentioned, and whoever looks after what it is about', () => {
    expect(
      told({ what: 'opened', byId: 'anna', mentioned: ['bruno', 'carla'], keepers: ['dieter'] }),
    ).toEqual({ bruno: 'mentioned', carla: 'mentioned', dieter: 'commented' });
  });

  it('replied: whoever is mentioned, and whoever wrote in it before', () => {
    const reply = { what: 'replied', byId: 'anna', mentioned: ['bruno'], keepers: ['emil'] } as const;
    expect(told({ ...reply, participants: ['carla', 'anna', 'carla'] })).toEqual({
      bruno: 'mentioned',
      carla: 'replied',
      emil: 'commented',
    });
  });

  it('edited: only whoever is mentioned anew', () => {
    expect(told({ what: 'edited', byId: 'anna', mentioned: ['bruno'] })).toEqual({ bruno: 'mentioned' });
  });

  it.each([
    ['resolved', 'thread-resolved'],
    ['reopened', 'thread-reopened'],
    ['decided', 'thread-decided'],
  ] as const)('%s: whoever wrote in it', (what, kind) => {
    expect(told({ what, byId: 'anna', participants: ['anna', 'bruno'] })).toEqual({ bruno: kind });
  });

  it('one notice a person, for the most personal reason; never for who did it', () => {
    const person = fc.constantFrom<string>('anna', 'bruno', 'carla', 'dieter');
    const persons = fc.array(person, { maxLength: 6 });
    fc.assert(
      fc.property(person, persons, persons, persons, (byId, mentioned, participants, keepers) => {
        const notices = noticesOfThread({ what: 'replied', byId, mentioned, participants, keepers }, PLACE);
        const ids = notices.map(({ personId }) => personId);
        expect(new Set(ids).size).toBe(ids.length);
        const concerned = new Set([...mentioned, ...participants, ...keepers]);
        concerned.delete(byId);
        expect(new Set(ids)).toEqual(concerned);
        for (const { personId, kind } of notices) {
          const first = mentioned.includes(personId)
            ? 'mentioned'
            : participants.includes(personId)
              ? 'replied'
              : 'commented';
          expect(kind).toBe(first);
        }
      }),
    );
  });

  it('leads to the exact place, with the beginning of what was said', () => {
    const [notice] = noticesOfThread(
      { what: 'opened', byId: 'anna', mentioned: ['bruno'], keepers: [] },
      { ...PLACE, suggestionId: 'suggestion-1', text: '  A line\n\nand another ' },
    );
    expect(notice).toEqual({
      personId: 'bruno',
      kind: 'mentioned',
      byId: 'anna',
      chapterId: 'chapter-1',
      threadId: 'thread-1',
      commentId: 'comment-1',
      suggestionId: 'suggestion-1',
      count: 1,
      excerpt: 'A line and another',
    });
    expect(NewNotice.safeParse(notice).success).toBe(true);
  });
});

describe('[C11] [N1] who is told of a decision on suggestions', () => {
  it('each proposer once, with how many and where the first is; not the decider', () => {
    const notices = noticesOfDecision({
      what: 'accepted',
      byId: 'anna',
      chapterId: 'chapter-1',
      suggestions: [
        { id: 'su-1', personId: 'bruno', text: 'first' },
        { id: 'su-2', personId: 'anna', text: 'own' },
        { id: 'su-3', personId: 'bruno', text: 'second' },
        { id: 'su-4', personId: 'carla', text: 'third' },
      ],
    });
    expect(
      notices.map(({ personId, kind, suggestionId, count, excerpt }) => [
        personId,
        kind,
        suggestionId,
        count,
        excerpt,
      ]),
    ).toEqual([
      ['bruno', 'suggestion-accepted', 'su-1', 2, 'first'],
      ['carla', 'suggestion-accepted', 'su-4', 1, 'third'],
    ]);
  });
});

describe('excerpts', () => {
  it('are one line of at most 200 units, whole characters, the beginning of the text', () => {
    const words = fc.array(
      fc.oneof(fc.constantFrom('a', 'word', ' ', '\n', '👩‍🏫', '🇫🇮'), fc.string({ unit: 'grapheme' })),
      { maxLength: 150 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const excerpt = excerptOf(text);
        expect(excerpt.length).toBeLessThanOrEqual(MAX_EXCERPT);
        expect(excerpt).not.toMatch(/[\n\t]/);
        const line = text.replace(/\s+/gu, ' ').trim();
        if (line.length <= MAX_EXCERPT) expect(excerpt).toBe(line);
        else {
          expect(excerpt.endsWith('…')).toBe(true);
          expect(line.startsWith(excerpt.slice(0, -1))).toBe(true);
          // Throws at half a character.
          expect(() => encodeURIComponent(excerpt)).not.toThrow();
        }
      }),
    );
  });

  it('end after a whole word where one ends near', () => {
    expect(excerptOf('word '.repeat(60))).toBe(`${'word '.repeat(39)}word…`);
  });

  it('never cut a character in two', () => {
    expect(excerptOf('🦢'.repeat(150))).toBe(`${'🦢'.repeat(99)}…`);
  });
});
