import type { Invitation } from '@accord/shared/people/administration';
import type { Me } from '@accord/shared/people/people';
import type { OneTimeLink, TokenGreeting } from '@accord/shared/people/signing-in';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { DAY, PASSWORD, startWorkspace } from './workspace';

type Made = { invitation: Invitation; link: OneTimeLink };
const tokenOf = ({ url }: OneTimeLink) => url.split('#token=')[1] ?? '';
const author = { partnerId: 'partner-de-1', role: 'author' } as const;

describe('invitations', () => {
  it('[P6] lead to an account with the role, partner and language, signed in', async () => {
    const { administrator, visitor } = await startWorkspace();
    const admin = await administrator();
    const { body } = await admin.ask<Made>('POST', '/api/invitations', {
      ...author,
      email: 'Klara@Example.de',
    });
    const guest = visitor();
    const token = tokenOf(body.link);
    const greeting = await guest.ask<z.output<typeof TokenGreeting>>('POST', '/api/tokens/greeting', {
      token,
    });
    expect(greeting.body).toMatchObject({ kind: 'invitation', email: 'klara@example.de', invitedBy: 'Root' });
    expect(greeting.body.partner?.country).toBe('DE');
    const redeemed = await guest.ask<Me>('POST', '/api/tokens/redeem', {
      token,
      password: PASSWORD,
      name: 'Klara Muster',
    });
    expect(redeemed.body).toMatchObject({
      name: 'Klara Muster',
      email: 'klara@example.de',
      country: 'DE',
      language: 'de',
      administrator: false,
      status: 'active',
      grants: [{ role: 'author', outputId: null, chapterId: null, language: null }],
    });
    expect((await guest.ask('GET', '/api/session')).status).toBe(200);
    expect((await visitor().signIn('klara@example.de')).status).toBe(200);
    expect((await admin.ask<Invitation[]>('GET', '/api/invitations')).body).toEqual([]);
  });

  it('[K10] work once: neither a look at them nor a failed try uses them up, a use does', async () => {
    const { administrator, visitor } = await startWorkspace();
    const admin = await administrator();
    const { body } = await admin.ask<Made>('POST', '/api/invitations', author);
    const token = tokenOf(body.link);
    const redeem = (more: object) => visitor().ask('POST', '/api/tokens/redeem', { token, ...more });
    await visitor().ask('GET', `/welcome?token=${token}`);
    await visitor().ask('POST', '/api/tokens/greeting', { token });
    expect((await redeem({ password: 'short', name: 'A', email: 'a@example.org' })).body.code).toBe(
      'password-too-short',
    );
    expect((await redeem({ name: 'A', email: 'a@example.org' })).body.code).toBe('password-too-short');
    expect((await redeem({ password: PASSWORD, name: 'A' })).body).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'email' }],
    });
    expect((await redeem({ password: PASSWORD, name: 'A', email: 'root@example.org' })).body.code).toBe(
      'email-taken',
    );
    const both = await Promise.all(
      ['a@example.org', 'b@example.org'].map((email) => redeem({ password: PASSWORD, name: 'A', email })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await redeem({ password: PASSWORD, name: 'C', email: 'c@example.org' })).status).toBe(410);
    expect((await visitor().ask('POST', '/api/tokens/greeting', { token })).status).toBe(410);
  });

  it('[P6] an invited mail address can’t be exchanged for another', async () => {
    const { administrator, visitor } = await startWorkspace();
    const admin = await administrator();
    const { body } = await admin.ask<Made>('POST', '/api/invitations', { ...author, email: 'a@example.org' });
    const { body: me } = await visitor().ask<Me>('POST', '/api/tokens/redeem', {
      token: tokenOf(body.link),
      password: PASSWORD,
      name: 'A',
      email: 'other@example.org',
    });
    expect(me.email).toBe('a@example.org');
  });

  it('[P6] expire after 14 days, and stop at once when taken back', async () => {
    const { administrator, visitor, clock } = await startWorkspace();
    const admin = await administrator();
    const first = (await admin.ask<Made>('POST', '/api/invitations', author)).body;
    expect((await admin.ask('DELETE', `/api/invitations/${first.invitation.id}`)).status).toBe(204);
    expect((await admin.ask('DELETE', `/api/invitations/${first.invitation.id}`)).status).toBe(404);
    const second = (await admin.ask<Made>('POST', '/api/invitations', author)).body;
    const greet = (made: Made) =>
      visitor().ask('POST', '/api/tokens/greeting', { token: tokenOf(made.link) });
    expect((await greet(first)).body.code).toBe('link-expired');
    clock.move(13 * DAY);
    expect((await greet(second)).status).toBe(200);
    clock.move(DAY);
    expect((await greet(second)).body.code).toBe('link-expired');
    await admin.signIn('root@example.org');
    expect((await admin.ask<Invitation[]>('GET', '/api/invitations')).body).toEqual([]);
  });

  it('[K10] made-up links are told apart from used ones by nothing, and trying them ends in 429', async () => {
    const { visitor } = await startWorkspace({ tries: { perAccount: 99, perAddress: 99, links: 3 } });
    const statuses: number[] = [];
    for (let index = 0; index < 5; index++) {
      const { status } = await visitor({ 'x-forwarded-for': `10.0.0.${index}` }).ask(
        'POST',
        '/api/tokens/redeem',
        {
          token: `made-up-${index}`,
          password: PASSWORD,
        },
      );
      statuses.push(status);
    }
    expect(statuses).toEqual([410, 410, 410, 429, 429]);
  });

  it.each([
    [{ ...author, partnerId: 'no-such-partner' }, 'invalid-input'],
    [{ ...author, role: 'king' }, 'invalid-input'],
    [{ partnerId: 'partner-fi-1', role: 'translator' }, 'invalid-input'],
    [{ ...author, outputId: 'no-such-output' }, 'invalid-input'],
    [{ ...author, email: 'root@example.org' }, 'email-taken'],
    [{ ...author, email: 'not a mail' }, 'invalid-input'],
  ])('[P6] %j is refused', async (wanted, code) => {
    const { administrator } = await startWorkspace();
    const admin = await administrator();
    expect((await admin.ask('POST', '/api/invitations', wanted)).body.code).toBe(code);
    expect((await admin.ask<Invitation[]>('GET', '/api/invitations')).body).toEqual([]);
  });
});

describe('reset links', () => {
  it('[P6] set a new password once, end every session, and replace one another', async () => {
    const { administrator, person, visitor } = await startWorkspace();
    const admin = await administrator();
    const a = await person({ email: 'a@example.org' });
    const make = async () =>
      tokenOf((await admin.ask<OneTimeLink>('POST', `/api/people/${a.id}/reset-link`)).body);
    const older = await make();
    const newer = await make();
    const next = 'eight louder herons';
    const use = (token: string) =>
      visitor().ask('POST', '/api/tokens/redeem', { token, password: next, name: 'Eve' });
    expect((await use(older)).status).toBe(410);
    const used = await use(newer);
    expect(used.status).toBe(200);
    // Only an invitation lets its bearer choose a name.
    expect(used.body).toMatchObject({ name: 'a@example.org' });
    expect((await use(newer)).status).toBe(410);
    expect((await a.ask('GET', '/api/session')).status).toBe(401);
    expect((await visitor().signIn('a@example.org')).status).toBe(401);
    expect((await visitor().signIn('a@example.org', next)).status).toBe(200);
  });

  it('[P6] expire after two days and never bring a disabled account back', async () => {
    const { administrator, person, visitor, clock } = await startWorkspace();
    const admin = await administrator();
    const a = await person({ email: 'a@example.org' });
    const make = async () =>
      tokenOf((await admin.ask<OneTimeLink>('POST', `/api/people/${a.id}/reset-link`)).body);
    const use = (token: string) => visitor().ask('POST', '/api/tokens/redeem', { token, password: PASSWORD });
    const late = await make();
    clock.move(2 * DAY);
    expect((await use(late)).status).toBe(410);
    const disabled = await make();
    await admin.ask('PATCH', `/api/people/${a.id}`, { disabled: true });
    expect((await use(disabled)).status).toBe(410);
    expect((await admin.ask('POST', `/api/people/${a.id}/reset-link`)).body.code).toBe('account-disabled');
  });
});
