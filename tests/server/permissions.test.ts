import { type Actor, decide, type Subject } from '@accord/shared/access/decide';
import { type Grant, ROLES, type Role } from '@accord/shared/access/role';
import type { Endpoint } from '@accord/shared/kernel/endpoint';
import type { Output } from '@accord/shared/outputs/outputs';
import type { AuditEntry, OutputRoles } from '@accord/shared/people/administration';
import type { Person } from '@accord/shared/people/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenWorkspace, openWorkspace, startWorkspace, type Visitor } from './workspace';

const grant = (role: Role, outputId: string | null, chapterId: string | null = null): Grant => ({
  role,
  outputId,
  chapterId,
  language: role === 'translator' ? 'fi' : null,
});

/** Somebody to ask as, and who that is to the permission table. */
interface Caller {
  readonly name: string;
  readonly visitor: Visitor;
  readonly actor: Actor | null;
}

describe('[K6] every endpoint × every role × own, other and deleted object', () => {
  let workspace: OpenWorkspace;
  const callers: Caller[] = [];
  const objects: {
    name: string;
    output: Subject | null;
    chapter: Subject | null;
    outputId: string;
    chapterId: string;
  }[] = [];

  beforeAll(async () => {
    workspace = await openWorkspace();
    const root = await workspace.administrator();
    const outputs = (await root.ask<Output[]>('GET', '/api/outputs')).body;
    const [own, other] = outputs;
    if (!own?.chapters[0] || !own.chapters[1] || !other?.chapters[0]) throw new Error('no outputs to try on');

    const add = async (name: string, wanted: { administrator?: boolean; grants?: Grant[] }) => {
      const visitor = await workspace.person({
        email: `${name.replaceAll(' ', '-')}@example.org`,
        ...wanted,
      });
      const { administrator = false, grants = [] } = wanted;
      callers.push({ name, visitor, actor: { personId: visitor.id, active: true, administrator, grants } });
    };
    callers.push({ name: 'stranger', visitor: workspace.visitor(), actor: null });
    await add('nobody', {});
    for (const role of ROLES) {
      await add(`${role} of the output`, { grants: [grant(role, own.id)] });
      await add(`${role} of another chapter`, { grants: [grant(role, own.id, own.chapters[1].id)] });
    }
    await add('coordinator everywhere', { grants: [grant('coordinator', null)] });
    await add('administrator', { administrator: true });

    const subjectsOf = (output: Output) => {
      const [chapter] = output.chapters;
      if (!chapter) throw new Error('no chapter');
      const { id: outputId, archived } = output;
      return {
        outputId,
        chapterId: chapter.id,
        output: { kind: 'output', outputId, archived } as const,
        chapter: {
          kind: 'chapter',
          outputId,
          chapterId: chapter.id,
          language: chapter.language,
          source: true,
          state: chapter.state,
          archived: chapter.archived,
        } as const,
      };
    };
    objects.push({ name: 'own', ...subjectsOf(own) });
    objects.push({ name: 'other', ...subjectsOf(other) });
    objects.push({
      name: 'deleted',
      outputId: 'was-deleted-1',
      chapterId: 'was-deleted-2',
      output: null,
      chapter: null,
    });
    objects.push({
      name: 'swapped',
      outputId: own.chapters[0].id,
      chapterId: own.id,
      output: null,
      chapter: null,
    });
  });
  afterAll(() => workspace.accord.close());

  /** What the permission table says the answer must be; null: the handler's business. */
  function expected({ permission }: Endpoint, actor: Actor | null, subject: Subject | null): string | null {
    if (permission === 'public') return null;
    if (!actor) return 'not-signed-in';
    if (permission === 'signed-in') return null;
    if (permission.on === 'workspace') {
      const decision = decide(actor, permission.action, { kind: 'workspace' });
      return decision.allowed ? null : decision.reason;
    }
    const read = permission.on === 'output' ? 'output.read' : 'chapter.read';
    if (!subject || !decide(actor, read, subject).allowed) return 'not-found';
    const decision = decide(actor, permission.action, subject);
    return decision.allowed ? null : decision.reason;
  }
  const REFUSALS = ['not-signed-in', 'not-allowed', 'account-disabled', 'chapter-locked', 'archived'];

  it('answers as the permission table says', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const { endpoint } of workspace.accord.endpoints) {
      const { method, path, permission } = endpoint;
      for (const object of objects) {
        if (typeof permission === 'string' || permission.on === 'workspace') {
          if (object.name !== 'own') continue;
        }
        const subject = path.includes(':chapterId') ? object.chapter : object.output;
        const address = path
          .replace(':outputId', object.outputId)
          .replace(':chapterId', object.chapterId)
          // Other objects are none: whoever is allowed changes nothing.
          .replaceAll(/:\w+/g, 'no-such-object');
        for (const { name, visitor, actor } of callers) {
          const code = expected(endpoint, actor, subject);
          // Signing out and the like are for the tests of sessions.
          if (code === null && typeof permission === 'string' && method !== 'GET') continue;
          const reply = await visitor.ask(
            method,
            address,
            method === 'GET' ? undefined : { no: 'such field' },
          );
          asked += 1;
          const got = reply.status < 400 ? null : reply.body.code;
          const right = code === null ? !REFUSALS.includes(got ?? '') && reply.status < 500 : got === code;
          const hidden =
            typeof permission !== 'string' &&
            permission.on !== 'workspace' &&
            !/:personId|:decisionId/.test(path);
          const lost = code === null && hidden && got === 'not-found';
          if (!right || lost)
            wrong.push(`${method} ${path} as ${name} on ${object.name}: ${got}, not ${code}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(800);
  });

  it('every refusal of a signed-in person is on record', async () => {
    const reader = callers.find(({ name }) => name === 'reader of the output');
    const administrator = callers.find(({ name }) => name === 'administrator');
    const own = objects[0];
    await reader?.visitor.ask('PATCH', `/api/outputs/${own?.outputId}`, { title: 'Mine' });
    const log = await administrator?.visitor.ask<AuditEntry[]>('GET', '/api/audit?limit=1');
    expect(log?.body[0]).toMatchObject({
      what: 'refused',
      personId: reader?.actor?.personId,
      detail: { method: 'PATCH', path: '/api/outputs/:outputId', code: 'not-allowed' },
    });
  });
});

describe('roles on an output', () => {
  async function outputs(someone: Visitor): Promise<Output[]> {
    return (await someone.ask<Output[]>('GET', '/api/outputs')).body;
  }

  it('[P1] a coordinator gives and takes roles on the own output, and nothing beyond it', async () => {
    const { administrator, person } = await startWorkspace();
    const root = await administrator();
    const [own, other] = await outputs(root);
    const lead = await person({ email: 'lead@example.org', grants: [grant('coordinator', own?.id ?? '')] });
    const elsewhere = grant('commenter', other?.id ?? '');
    const a = await person({ email: 'a@example.org', grants: [elsewhere] });
    const chapterId = own?.chapters[0]?.id ?? '';
    const path = `/api/outputs/${own?.id}/roles`;
    const set = await lead.ask<OutputRoles>('PUT', `${path}/${a.id}`, {
      grants: [{ role: 'author', chapterId, language: null }],
    });
    expect(set.body).toEqual({
      personId: a.id,
      grants: [{ role: 'author', chapterId, language: null }],
      everywhere: null,
    });
    const accounts = await root.ask<Person[]>('GET', '/api/people/accounts');
    expect(accounts.body.find(({ id }) => id === a.id)?.grants).toEqual([
      elsewhere,
      grant('author', own?.id ?? '', chapterId),
    ]);
    const listed = await lead.ask<OutputRoles[]>('GET', path);
    expect(listed.body.map(({ personId }) => personId).sort()).toEqual([a.id, lead.id].sort());
    await lead.ask('PUT', `${path}/${a.id}`, { grants: [] });
    expect((await outputs(a)).map(({ id }) => id)).toEqual([other?.id]);
    expect((await lead.ask('GET', `/api/outputs/${other?.id}/roles`)).status).toBe(404);
  });

  it('[K6] a chapter of another output can’t be slipped in with the own one', async () => {
    const { administrator, person } = await startWorkspace();
    const root = await administrator();
    const [own, other] = await outputs(root);
    const lead = await person({ email: 'lead@example.org', grants: [grant('coordinator', own?.id ?? '')] });
    const reply = await lead.ask('PUT', `/api/outputs/${own?.id}/roles/${lead.id}`, {
      grants: [{ role: 'coordinator', chapterId: other?.chapters[0]?.id, language: null }],
    });
    expect([reply.status, reply.body.code]).toEqual([422, 'invalid-input']);
    expect((await outputs(lead)).map(({ id }) => id)).toEqual([own?.id]);
  });

  it('[P2] changed roles are told to open connections', async () => {
    const { accord, administrator, person } = await startWorkspace();
    const root = await administrator();
    const [own] = await outputs(root);
    const a = await person({ email: 'a@example.org' });
    const told: string[] = [];
    accord.storage.bus.subscribe('person-changed', ({ personId }) => told.push(personId));
    await root.ask('PUT', `/api/outputs/${own?.id}/roles/${a.id}`, {
      grants: [{ role: 'author', chapterId: null, language: null }],
    });
    expect(told).toEqual([a.id]);
  });
});
