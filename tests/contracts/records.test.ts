import { describe, expect, it } from 'vitest';
import { ADAPTERS, notes } from './adapters';

describe.each(ADAPTERS)('records, $name', ({ open }) => {
  it('a new scope holds what its kind says, and is listed only once something was committed', async () => {
    const { records } = await open();
    const scope = await records.open(notes, 'first');
    expect(scope.read()).toEqual({ notes: {} });
    expect(await records.list(notes)).toEqual([]);
    await scope.commit((draft) => {
      draft.notes.a = { text: 'one', tags: [] };
    });
    expect(await records.list(notes)).toEqual(['first']);
  });

  it('a commit returns what the change returned, and shows in read', async () => {
    const { records } = await open();
    const scope = await records.open(notes);
    const returned = await scope.commit((draft) => {
      draft.notes.a = { text: 'one', tags: ['x'] };
      return 'done';
    });
    expect(returned).toBe('done');
    expect(scope.read().notes.a).toEqual({ text: 'one', tags: ['x'] });
  });

  it('a change that throws leaves nothing behind, and the next commit goes on', async () => {
    const { records } = await open();
    const scope = await records.open(notes);
    await scope.commit((draft) => {
      draft.notes.a = { text: 'kept', tags: [] };
    });
    await expect(
      scope.commit((draft) => {
        delete draft.notes.a;
        throw new Error('second thoughts');
      }),
    ).rejects.toThrow('second thoughts');
    expect(scope.read().notes.a?.text).toBe('kept');
    await scope.commit((draft) => {
      draft.notes.b = { text: 'after', tags: [] };
    });
    expect(Object.keys(scope.read().notes)).toEqual(['a', 'b']);
  });

  it('commits of one scope run one after the other: no increment is lost', async () => {
    const { records } = await open();
    const scope = await records.open(notes);
    const counts = await Promise.all(
      Array.from({ length: 50 }, () =>
        scope.commit((draft) => {
          draft.notes.count ??= { text: '0', tags: [] };
          draft.notes.count.text = String(Number(draft.notes.count.text) + 1);
          return Number(draft.notes.count.text);
        }),
      ),
    );
    expect(counts).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(scope.read().notes.count?.text).toBe('50');
  });

  it('what read gave is a moment that never changes, and can not be changed', async () => {
    const { records } = await open();
    const scope = await records.open(notes);
    await scope.commit((draft) => {
      draft.notes.a = { text: 'one', tags: ['x'] };
    });
    const before = scope.read();
    await scope.commit((draft) => {
      draft.notes.a = { text: 'two', tags: [] };
    });
    expect(before.notes.a).toEqual({ text: 'one', tags: ['x'] });
    expect(() => before.notes.a?.tags.push('y')).toThrow(TypeError);
  });

  it('what a change keeps hold of can not change the committed records later', async () => {
    const { records } = await open();
    const scope = await records.open(notes);
    const kept = await scope.commit((draft) => {
      draft.notes.a = { text: 'one', tags: [] };
      return draft.notes;
    });
    if (kept.a) kept.a.text = 'sneaked in';
    expect(scope.read().notes.a?.text).toBe('one');
  });

  it('a change to something the schema forbids is refused whole', async () => {
    const { records } = await open();
    const scope = await records.open(notes);
    await expect(
      scope.commit((draft) => {
        draft.notes.a = { text: 7 as never, tags: [] };
      }),
    ).rejects.toMatchObject({ code: 'internal' });
    expect(scope.read()).toEqual({ notes: {} });
  });

  it('a change that wants to wait is refused: it would see a draft that others pass by', async () => {
    const { records } = await open();
    const scope = await records.open(notes);
    await expect(
      scope.commit(async (draft) => {
        draft.notes.a = { text: 'late', tags: [] };
      }),
    ).rejects.toThrow(TypeError);
    expect(scope.read()).toEqual({ notes: {} });
  });

  it('opening a scope twice gives the same records', async () => {
    const { records } = await open();
    const [one, two] = await Promise.all([records.open(notes, 'same'), records.open(notes, 'same')]);
    await one.commit((draft) => {
      draft.notes.a = { text: 'seen by both', tags: [] };
    });
    expect(two.read().notes.a?.text).toBe('seen by both');
  });

  it('scopes of one kind are apart, and listed sorted', async () => {
    const { records } = await open();
    for (const id of ['zeta', 'Alfa', 'mid_1', '-dash']) {
      const scope = await records.open(notes, id);
      await scope.commit((draft) => {
        draft.notes[id] = { text: id, tags: [] };
      });
    }
    expect(await records.list(notes)).toEqual(['-dash', 'Alfa', 'mid_1', 'zeta']);
    expect(Object.keys((await records.open(notes, 'zeta')).read().notes)).toEqual(['zeta']);
  });

  it.each(['..', '../people', 'a/b', '', 'x'.repeat(65)])('%j is no id of a scope', async (id) => {
    const { records } = await open();
    expect(() => records.open(notes, id)).toThrow(RangeError);
  });

  it('after close nothing is committed', async () => {
    const storage = await open();
    const scope = await storage.records.open(notes);
    const under = scope.commit((draft) => {
      draft.notes.a = { text: 'under way', tags: [] };
    });
    await storage.close();
    await under;
    expect(scope.read().notes.a?.text).toBe('under way');
    await expect(scope.commit(() => undefined)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
