import { fillDemo } from '@accord/server/demo/demo';
import { DEMO_PASSWORD, DEMO_PEOPLE, demoPeopleLines } from '@accord/server/demo/people';
import { createOutputs } from '@accord/server/outputs/outputs';
import { createPeople } from '@accord/server/people/people';
import { PEOPLE } from '@accord/server/people/records';
import { actorOf } from '@accord/server/people/views';
import { openStorage } from '@accord/server/storage/open-storage';
import { decide } from '@accord/shared/access/decide';
import { COUNTRIES } from '@accord/shared/access/role';
import type { Thread } from '@accord/shared/comments/comments';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { createLocator } from '@accord/shared/manuscript/locate';
import type { Output } from '@accord/shared/outputs/outputs';
import type { Suggestion } from '@accord/shared/suggestions/suggestions';
import { describe, expect, it } from 'vitest';
import { admin, createTexts } from '../outputs/shelf-of-outputs';
import { startWorkspace } from '../workspace';

const NOW = Date.parse('2026-11-23T10:00:00Z');

async function emptyWorkspace() {
  const storage = await openStorage({ kind: 'memory' });
  const clock = { now: () => NOW };
  const none = async () => undefined;
  const unlimited = { count: none, giveBack: none, forget: none };
  const people = await createPeople({
    ...storage,
    clock,
    hashing: { memoryCost: 64, timeCost: 1 },
    baseUrl: () => 'http://127.0.0.1:4540',
    limits: { account: unlimited, address: unlimited, links: unlimited, password: unlimited },
    existing: { output: () => true, outputOfChapter: () => null },
    warn: (error) => {
      throw error;
    },
  });
  const texts = createTexts();
  const images: { chapterId: string; bytes: Uint8Array }[] = [];
  const said: string[] = [];
  let broken = false;
  const parts = {
    people: {
      ...people,
      async add(wanted: Parameters<typeof people.add>[0]) {
        if (broken) throw new Error('cut off');
        return people.add(wanted);
      },
    },
    clock,
    outputs: await createOutputs({
      ...storage,
      chapters: texts.chapters,
      clock,
      audit: people.audit,
      people: {
        hasPerson: (id) => people.card(id) !== null,
        hasPartner: (id) => people.partner(id) !== null,
      },
    }),
    review: {
      text: async (chapterId: string) => (await texts.chapters.read(chapterId)).json,
      isBegun: async (chapterId: string) => said.some((line) => line.startsWith(chapterId)),
      openThread: async (chapterId: string) => said.push(`${chapterId} thread`),
      reply: async (threadId: string) => said.push(`${threadId} reply`),
      changeThread: async () => undefined,
      suggest: async (chapterId: string) => said.push(`${chapterId} suggestion`),
    },
    setPolicy: async () => undefined,
    async storeImage(chapterId: string, _personId: string, bytes: Uint8Array) {
      images.push({ chapterId, bytes });
      return { src: '/api/images/cycle123', width: 880, height: 560 };
    },
  };
  return {
    ...parts,
    actor: async (personId: string) => {
      const all = (await storage.records.open(PEOPLE)).read();
      const person = all.persons.find(({ id }) => id === personId);
      return person ? actorOf(person) : null;
    },
    images,
    said,
    fill: () => fillDemo(parts),
    breakOff: (whether: boolean) => {
      broken = whether;
    },
    list: () => parts.outputs.list(admin, { archived: true }),
  };
}

describe('the demo', () => {
  it('has everybody of the contract, and says who they are', () => {
    const countries = ['fr', 'fi', 'de', 'it', 'uk'];
    expect(DEMO_PEOPLE.map(({ email }) => email.replace('@demo.example', '')).sort()).toEqual(
      [
        'admin',
        'reader',
        ...countries.flatMap((country) => [`${country}.lead`, `${country}.author`, `${country}.reviewer`]),
        ...['fr', 'fi', 'de', 'it'].map((language) => `${language}.translator`),
      ].sort(),
    );
    const printed = demoPeopleLines().join('\n');
    expect(printed).toContain(DEMO_PASSWORD);
    for (const { email } of DEMO_PEOPLE) expect(printed).toContain(email);
  });

  it('has one tool with text and a figure, the others in outline, writers and dates spread', async () => {
    const demo = await emptyWorkspace();
    await demo.fill();
    const outputs = await demo.list();
    expect(outputs).toHaveLength(12);
    const written = outputs.filter(
      ({ chapters }) => chapters.reduce((sum, { words }) => sum + words, 0) > 5000,
    );
    expect(written.map(({ title }) => title)).toEqual(['Working with schools']);
    const [image] = demo.images;
    expect(written[0]?.chapters.map(({ id }) => id)).toContain(image?.chapterId);
    const chapters = outputs.flatMap((output) => output.chapters);
    expect(new Set(chapters.map(({ writerId }) => writerId)).size).toBe(10);
    expect(new Set(chapters.map(({ dueOn }) => dueOn)).size).toBeGreaterThan(8);
    expect(chapters.some(({ dueOn }) => dueOn !== null && dueOn < '2026-11-23')).toBe(true);
  });

  it('lets each lead coordinate the guidance tool of the own country and no other; reviewers can’t write', async () => {
    const demo = await emptyWorkspace();
    await demo.fill();
    const tools = (await demo.list()).filter(({ kind }) => kind === 'guidance-tool');
    const may = async (
      name: string,
      action: 'output.edit' | 'output.read' | 'output.grant',
      outputId: string,
    ) => {
      const { id } = demo.people.cards().find((card) => card.name === name) ?? { id: '' };
      return decide(await demo.actor(id), action, { kind: 'output', outputId, archived: false }).allowed;
    };
    for (const country of COUNTRIES) {
      const lead = DEMO_PEOPLE.find((person) => person.lead && person.country === country)?.name ?? '';
      for (const tool of tools) {
        expect(await may(lead, 'output.edit', tool.id)).toBe(tool.coordinatorCountry === country);
        expect(await may(lead, 'output.read', tool.id)).toBe(true);
      }
      const own = tools.find(({ coordinatorCountry }) => coordinatorCountry === country);
      expect(demo.people.card(own?.coordinatorId ?? '')?.name).toBe(lead);
    }
  });

  it('has nobody but the people who are printed: one of them is its administrator', async () => {
    const { accord } = await startWorkspace({}, { ACCORD_DEMO: 'true' });
    const names = accord.people.cards().map(({ name }) => name);
    expect(names.sort()).toEqual(DEMO_PEOPLE.map(({ name }) => name).sort());
    expect(accord.firstLink).toBeNull();
  });

  it('has a review that has begun: threads beside their words, suggestions that fit the text, notices of them', async () => {
    const workspace = await startWorkspace({}, { ACCORD_DEMO: 'true' });
    const lead = workspace.visitor();
    await lead.signIn('fi.lead@demo.example', DEMO_PASSWORD);
    const outputs = await lead.ask<Output[]>('GET', '/api/outputs');
    const chapters = outputs.body.find(({ title }) => title === 'Working with schools')?.chapters ?? [];
    const open = [];
    for (const { id } of chapters) {
      const document = (await lead.ask<NodeJson>('GET', `/api/chapters/${id}/content?format=json`)).body;
      for (const { anchor } of (await lead.ask<Thread[]>('GET', `/api/chapters/${id}/threads`)).body)
        if (anchor.kind === 'text') expect(createLocator(document).locate(anchor).found).toBe('text');
      open.push(...(await lead.ask<Suggestion[]>('GET', `/api/chapters/${id}/suggestions`)).body);
    }
    expect(open.length).toBeGreaterThan(7);
    expect(open.every(({ standing }) => standing === 'applies')).toBe(true);
    expect(new Set(open.map(({ personId }) => personId)).size).toBe(5);
    expect((await lead.ask<{ unread: number }>('GET', '/api/notices/unread')).body.unread).toBeGreaterThan(0);
  });

  it('is filled once; cut off before its people came, it is carried on', async () => {
    const demo = await emptyWorkspace();
    demo.breakOff(true);
    await expect(demo.fill()).rejects.toThrow('cut off');
    demo.breakOff(false);
    await demo.fill();
    const said = demo.said.length;
    await demo.fill();
    expect(said).toBeGreaterThan(10);
    expect(demo.said).toHaveLength(said);
    expect(await demo.list()).toHaveLength(12);
    const names = demo.people.cards().map(({ name }) => name);
    for (const { name } of DEMO_PEOPLE) expect(names.filter((other) => other === name)).toHaveLength(1);
  });
});
