import type { AuditEntry } from '@accord/shared/people/administration';
import type { Me, Partner, Person, PersonCard } from '@accord/shared/people/people';
import { describe, expect, it } from 'vitest';
import { PASSWORD, startWorkspace } from './workspace';

const everywhere = (role: string) => ({ role, outputId: null, chapterId: null, language: null });

describe('accounts', () => {
  it('[P1] everybody sees names, partners and countries; only administrators see mail and roles', async () => {
    const { administrator, person } = await startWorkspace();
    await administrator();
    const a = await person({ email: 'a@example.org', partnerId: 'partner-it-1' });
    const { body, text } = await a.ask<PersonCard[]>('GET', '/api/people');
    expect(body.find(({ id }) => id === a.id)).toEqual({
      id: a.id,
      name: 'a@example.org',
      partnerId: 'partner-it-1',
      country: 'IT',
      active: true,
    });
    expect(text).not.toContain('root@example.org');
    expect((await a.ask('GET', '/api/people/accounts')).body.code).toBe('not-allowed');
  });

  it('[P2] a changed role is told to open connections at once and counts from the next request on', async () => {
    const { accord, administrator, person } = await startWorkspace();
    const admin = await administrator();
    const a = await person({ email: 'a@example.org', administrator: true });
    const changed: string[] = [];
    accord.storage.bus.subscribe('person-changed', ({ personId }) => changed.push(personId));
    expect((await a.ask('GET', '/api/audit')).status).toBe(200);
    const { body } = await admin.ask<Person>('PATCH', `/api/people/${a.id}`, {
      administrator: false,
      grants: [everywhere('reader')],
    });
    expect(body).toMatchObject({ administrator: false, grants: [everywhere('reader')] });
    expect(changed).toEqual([a.id]);
    expect((await a.ask('GET', '/api/audit')).status).toBe(403);
  });

  it('[P2] disabling ends the sessions, tells open connections, and no sign-in works any more', async () => {
    const { accord, administrator, person, visitor } = await startWorkspace();
    const admin = await administrator();
    const a = await person({ email: 'a@example.org' });
    const ended: string[] = [];
    accord.storage.bus.subscribe('session-ended', ({ personId }) => ended.push(personId));
    await admin.ask('PATCH', `/api/people/${a.id}`, { disabled: true });
    expect(ended).toEqual([a.id]);
    expect((await a.ask('GET', '/api/session')).status).toBe(401);
    expect((await visitor().signIn('a@example.org')).body.code).toBe('account-disabled');
    expect((await visitor().signIn('a@example.org', 'wrong password!')).body.code).toBe('wrong-credentials');
    const back = await admin.ask<Person>('PATCH', `/api/people/${a.id}`, { disabled: false });
    expect(back.body.status).toBe('active');
    expect((await visitor().signIn('a@example.org')).status).toBe(200);
  });

  it('[P2] an administrator signs somebody out everywhere', async () => {
    const { accord, administrator, person } = await startWorkspace();
    const admin = await administrator();
    const a = await person({ email: 'a@example.org' });
    const ended: string[] = [];
    accord.storage.bus.subscribe('session-ended', ({ personId }) => ended.push(personId));
    expect((await admin.ask('DELETE', `/api/people/${a.id}/sessions`)).status).toBe(204);
    expect(ended).toEqual([a.id]);
    expect((await a.ask('GET', '/api/session')).status).toBe(401);
    expect((await admin.ask('DELETE', '/api/people/no-such-person/sessions')).status).toBe(404);
  });

  it('[P6] the last administrator can neither be demoted nor disabled, alone or two at once', async () => {
    const { administrator, person } = await startWorkspace();
    const admin = await administrator();
    const refused = await admin.ask('PATCH', `/api/people/${admin.id}`, { administrator: false });
    expect([refused.status, refused.body.code]).toEqual([409, 'last-administrator']);
    expect((await admin.ask('PATCH', `/api/people/${admin.id}`, { disabled: true })).status).toBe(409);
    const second = await person({ email: 'second@example.org', administrator: true });
    const both = await Promise.all([
      admin.ask('PATCH', `/api/people/${second.id}`, { administrator: false }),
      second.ask('PATCH', `/api/people/${admin.id}`, { administrator: false }),
    ]);
    // Whoever comes second is no administrator any more, or would be the last one.
    expect(both.map(({ status }) => status).sort()).toEqual([
      200,
      expect.toSatisfy((status) => [403, 409].includes(status)),
    ]);
    const left = both[0]?.status === 200 ? admin : second;
    expect((await left.ask('GET', '/api/people/accounts')).status).toBe(200);
  });

  it('[P6] mail addresses are one person’s each, also in capitals', async () => {
    const { administrator, person } = await startWorkspace();
    const admin = await administrator();
    const a = await person({ email: 'a@example.org' });
    const taken = await admin.ask('PATCH', `/api/people/${a.id}`, {
      email: 'ROOT@example.org',
      name: 'Changed',
    });
    expect([taken.status, taken.body.code]).toEqual([409, 'email-taken']);
    const accounts = await admin.ask<Person[]>('GET', '/api/people/accounts');
    expect(accounts.body.find(({ id }) => id === a.id)?.name).toBe('a@example.org');
    expect((await admin.ask('PATCH', `/api/people/${a.id}`, { email: 'A@example.org' })).status).toBe(200);
  });

  it.each([
    [{ grants: [everywhere('king')] }],
    [{ grants: [everywhere('translator')] }],
    [{ grants: [{ ...everywhere('author'), outputId: 'no-such-output' }] }],
    [{ grants: [{ ...everywhere('author'), chapterId: 'chapter-alone' }] }],
    [{ partnerId: 'no-such-partner' }],
    [{ name: '   ' }],
    [{ email: 'nobody' }],
    [{ disabled: 'yes' }],
  ])('[P1] %j is refused and changes nothing', async (changes) => {
    const { administrator, person } = await startWorkspace();
    const admin = await administrator();
    const a = await person({ email: 'a@example.org' });
    const read = async () => (await admin.ask('GET', '/api/people/accounts')).text;
    const before = await read();
    expect((await admin.ask('PATCH', `/api/people/${a.id}`, changes)).body.code).toBe('invalid-input');
    expect(await read()).toBe(before);
  });

  it('[P6] people change their own name and language, and nothing else of themselves', async () => {
    const { person } = await startWorkspace();
    const a = await person({ email: 'a@example.org' });
    const { body } = await a.ask<Me>('PATCH', '/api/me', {
      name: ' Aino ',
      language: 'fi',
      administrator: true,
      grants: [everywhere('coordinator')],
    });
    expect(body).toMatchObject({ name: 'Aino', language: 'fi', administrator: false, grants: [] });
  });

  it('partners are added and renamed, each short name once', async () => {
    const { administrator } = await startWorkspace();
    const admin = await administrator();
    const made = await admin.ask<Partner>('POST', '/api/partners', {
      name: 'Zoo',
      shortName: 'ZOO',
      country: 'GB',
    });
    const renamed = await admin.ask<Partner>('PATCH', `/api/partners/${made.body.id}`, {
      name: 'Zoo of London',
    });
    expect(renamed.body).toEqual({
      id: made.body.id,
      name: 'Zoo of London',
      shortName: 'ZOO',
      country: 'GB',
    });
    const twice = await admin.ask('POST', '/api/partners', {
      name: 'Zoo 2',
      shortName: 'zoo',
      country: 'FI',
    });
    expect([twice.status, twice.body.code]).toEqual([409, 'conflict']);
    expect((await admin.ask('PATCH', '/api/partners/nowhere', { name: 'X' })).status).toBe(404);
  });
});

describe('audit log', () => {
  it('[P8] tells who signed in, failed, was granted, invited, refused, and who exported it', async () => {
    const { administrator, person, visitor } = await startWorkspace();
    const admin = await administrator();
    const a = await person({ email: 'a@example.org' });
    await visitor().signIn('a@example.org', 'wrong password!');
    await visitor().signIn('unknown@example.org', 'my secret typed here');
    await admin.ask('PATCH', `/api/people/${a.id}`, { grants: [everywhere('author')] });
    await admin.ask('POST', '/api/invitations', { partnerId: 'partner-fi-1', role: 'author' });
    await a.ask('GET', '/api/people/accounts');
    await a.ask('DELETE', '/api/session');
    await admin.ask('GET', '/api/audit.csv');
    const { body, text } = await admin.ask<AuditEntry[]>('GET', '/api/audit?limit=100');
    expect(body.map(({ what }) => what).reverse()).toEqual([
      'signed-in',
      'signed-in',
      'sign-in-failed',
      'sign-in-failed',
      'person-changed',
      'invited',
      'refused',
      'signed-out',
      'audit-exported',
    ]);
    expect(body.map(({ seq }) => seq)).toEqual(body.map((_, index) => body.length - index));
    expect(body.find(({ what }) => what === 'person-changed')).toMatchObject({
      personId: admin.id,
      subject: a.id,
      detail: { grantsBefore: '', grants: 'author@*' },
    });
    expect(body.find(({ what }) => what === 'refused')).toMatchObject({
      personId: a.id,
      detail: { method: 'GET', path: '/api/people/accounts', code: 'not-allowed' },
    });
    for (const secret of [PASSWORD, 'wrong password!', 'my secret typed here', 'unknown@example.org']) {
      expect(text).not.toContain(secret);
    }
  });

  it('[P8] is read page by page', async () => {
    const { accord, administrator } = await startWorkspace();
    const admin = await administrator();
    for (let index = 0; index < 30; index++)
      await accord.people.audit.record({ personId: null, what: `step-${index}` });
    const first = await admin.ask<AuditEntry[]>('GET', '/api/audit?limit=20');
    const second = await admin.ask<AuditEntry[]>(
      'GET',
      `/api/audit?limit=20&before=${first.body.at(-1)?.seq}`,
    );
    expect([...first.body, ...second.body].map(({ seq }) => seq)).toEqual(
      Array.from({ length: 31 }, (_, index) => 31 - index),
    );
    expect((await admin.ask('GET', '/api/audit?limit=0')).status).toBe(422);
  });

  it('[P8] exports as CSV, oldest first, complete, with cells inert in spreadsheets', async () => {
    const { accord, administrator, person } = await startWorkspace();
    const admin = await administrator();
    const a = await person({ email: 'a@example.org', name: '=HYPERLINK("http://evil.example","x")' });
    for (let index = 0; index < 1200; index++)
      await accord.people.audit.record({ personId: a.id, what: `@step-${index}` });
    const { text, headers } = await admin.ask('GET', '/api/audit.csv');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toContain('attachment');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('number,time,person,name,what,subject,detail');
    expect(lines.filter((line) => line.includes("'@step-"))).toHaveLength(1200);
    expect(lines.findIndex((line) => line.includes("'@step-0,"))).toBeLessThan(
      lines.findIndex((line) => line.includes("'@step-1199,")),
    );
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    expect(text).not.toMatch(/(^|,)"?[=@]/m);
  });
});
