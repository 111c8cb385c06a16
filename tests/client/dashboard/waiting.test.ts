import { waitingFor } from '@accord/client/dashboard/waiting';
import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import { describe, expect, it } from 'vitest';

const ME = 'person-me';

function chapter(id: string, more: Partial<Chapter> = {}): Chapter {
  return {
    id,
    outputId: 'output-1',
    title: id,
    language: 'en',
    state: 'draft',
    writerId: ME,
    dueOn: null,
    archived: false,
    words: 0,
    changedAt: null,
    changedBy: null,
    abilities: [],
    role: 'author',
    ...more,
  };
}

function output(chapters: Chapter[], more: Partial<Output> = {}): Output {
  return {
    id: 'output-1',
    kind: 'guidance-tool',
    title: 'Working with schools',
    issue: 1,
    language: 'en',
    coordinatorCountry: 'FI',
    coordinatorId: null,
    partnerIds: [],
    archived: false,
    chapters,
    abilities: [],
    role: 'author',
    ...more,
  };
}

const tasks = (outputs: Output[], suggestions: Record<string, number> = {}) =>
  waitingFor({ id: ME }, outputs, new Map(Object.entries(suggestions))).map(
    ({ task, chapter: { id } }) => `${task} ${id}`,
  );

describe('what waits for me on the desk', () => {
  it('is a draft I am the writer of, and one that came back from review', () => {
    const mine = [chapter('a'), chapter('b', { state: 'changes-requested' })];
    expect(tasks([output(mine)])).toEqual(['write a', 'rework b']);
  });

  it("is not somebody else's chapter, nor mine while others have it", () => {
    const chapters = [
      chapter('a', { writerId: 'person-other' }),
      chapter('b', { writerId: null }),
      chapter('c', { state: 'in-review' }),
      chapter('d', { state: 'approved' }),
    ];
    expect(tasks([output(chapters)])).toEqual([]);
  });

  it('is a chapter in review of an output I coordinate, whoever writes it', () => {
    const chapters = [chapter('a', { state: 'in-review', writerId: 'person-other' })];
    expect(tasks([output(chapters, { coordinatorId: ME })])).toEqual(['review a']);
    expect(tasks([output(chapters, { coordinatorId: 'person-other' })])).toEqual([]);
  });

  it('is deciding what is suggested for a chapter I write or coordinate', () => {
    const others = [chapter('a', { writerId: 'person-other' }), chapter('b', { writerId: 'person-other' })];
    expect(tasks([output(others, { coordinatorId: ME })], { b: 2 })).toEqual(['decide b']);
    expect(tasks([output(others)], { b: 2 })).toEqual([]);
    const [mine] = waitingFor({ id: ME }, [output([chapter('a')])], new Map([['a', 3]]));
    expect(mine).toMatchObject({ task: 'write', suggestions: 3 });
  });

  it('comes by date over all outputs; what has no date comes last', () => {
    const first = output([chapter('none'), chapter('late', { dueOn: '2027-02-01' })]);
    const second = output([chapter('soon', { dueOn: '2026-12-01' })], { id: 'output-2' });
    expect(tasks([first, second])).toEqual(['write soon', 'write late', 'write none']);
  });

  it('leaves out what is archived', () => {
    expect(
      tasks([output([chapter('a', { archived: true })]), output([chapter('b')], { archived: true })]),
    ).toEqual([]);
  });
});
