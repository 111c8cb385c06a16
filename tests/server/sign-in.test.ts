import { createPasswords } from '@accord/server/people/passwords';
import type { Me } from '@accord/shared/people/people';
import type { SessionCard } from '@accord/shared/people/signing-in';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dataFolder } from '../kit/server-process';
import { DAY, HOUR, MINUTE, MovedClock, PASSWORD, startWorkspace } from './workspace';

const tokenOf = (link: string | null) => link?.split('#token=')[1] ?? '';

describe('first start', () => {
  it('[P6] an empty workspace has nine partners of five countries and a one-time link for its administrator', async () => {
    const { accord, visitor } = await startWorkspace();
    expect(accord.firstLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/welcome#token=[\w-]{43}$/);
    const administrator = visitor();
    const { status, body } = await administrator.ask<Me>('POST', '/api/tokens/redeem', {
      token: tokenOf(accord.firstLink),
    });
    expect([status, body.administrator, body.status]).toEqual([200, true, 'invited']);
    const partners = await administrator.ask<{ country: string }[]>('GET', '/api/partners');
    expect(partners.body).toHaveLength(9);
    expect(new Set(partners.body.map(({ country }) => country)).size).toBe(5);
  });

  it('[P6] the administrator sets mail and password once signed in, and signs in with them', async () => {
    const { accord, visitor } = await startWorkspace();
    const administrator = visitor();
    const me = await administrator.ask<Me>('POST', '/api/tokens/redeem', {
      token: tokenOf(accord.firstLink),
    });
    await administrator.ask('PATCH', `/api/people/${me.body.id}`, { name: 'Ada', email: 'Ada@Example.org ' });
    const set = await administrator.ask('POST', '/api/me/password', { current: '', next: PASSWORD });
    expect(set.status).toBe(204);
    expect((await visitor().signIn('ada@example.org')).status).toBe(200);
    expect(await accord.people.firstLink()).toBeNull();
  });

  it('[P6] while no administrator can sign in, a start makes a fresh link and the old one stops working', async () => {
    const { accord, visitor } = await startWorkspace();
    const again = await accord.people.firstLink();
    expect(again).not.toBe(accord.firstLink);
    const old = await visitor().ask('POST', '/api/tokens/redeem', { token: tokenOf(accord.firstLink) });
    expect([old.status, old.body.code]).toEqual([410, 'link-expired']);
    expect((await visitor().ask('POST', '/api/tokens/redeem', { token: tokenOf(again) })).status).toBe(200);
  });
});

describe('signing in', () => {
  it('[P6] hands over a cookie scripts can’t read and other sites don’t send', async () => {
    const { person, visitor } = await startWorkspace();
    await person({ email: 'a@example.org' });
    const { headers, status } = await visitor().signIn('A@EXAMPLE.org');
    expect(status).toBe(200);
    expect(headers.getSetCookie()).toHaveLength(1);
    expect(headers.getSetCookie()[0]).toMatch(
      /^accord_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    );
  });

  it('[K10] the cookie is Secure where people come over https', async () => {
    const { accord, visitor } = await startWorkspace({}, { ACCORD_PUBLIC_URL: 'https://accord.example' });
    await accord.people.add([
      { name: 'A', email: 'a@example.org', partnerId: 'partner-lamap', grants: [], password: PASSWORD },
    ]);
    const reply = await visitor({ origin: 'https://accord.example' }).signIn('a@example.org');
    expect(reply.headers.getSetCookie()[0]).toContain('; Secure');
    expect(reply.headers.get('strict-transport-security')).toContain('max-age');
  });

  it('[P6] unknown, wrong, not yet set and odd sign-ins get the very same answer', async () => {
    const { person, visitor } = await startWorkspace();
    await person({ email: 'a@example.org' });
    const answers = await Promise.all(
      [
        ['a@example.org', 'wrong password!'],
        ['nobody@example.org', PASSWORD],
        ['', ''],
        ['a@example.org', ''],
        ['a@example.org\u0000', PASSWORD],
      ].map(([email = '', password = '']) => visitor().signIn(email, password)),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.body.code).toBe('wrong-credentials');
  });

  it('[P6] somebody unknown takes up as much of the bounded hashing as somebody known', async () => {
    const passwords = createPasswords({ memoryCost: 8, timeCost: 1 });
    const known = await passwords.hash(PASSWORD);
    const refusedOf = async (stored: string | null) => {
      await passwords.fits(stored, 'warm');
      const tries = Array.from({ length: 100 }, () => passwords.fits(stored, 'wrong password!'));
      const results = await Promise.allSettled(tries);
      expect(results.some((result) => result.status === 'fulfilled' && result.value)).toBe(false);
      return results.filter(({ status }) => status === 'rejected').length;
    };
    const refused = await refusedOf(known);
    expect(refused).toBeGreaterThan(0);
    expect(await refusedOf(null)).toBe(refused);
  });

  it('[K10] a session planted before sign-in is worth nothing after it', async () => {
    const { person, visitor } = await startWorkspace();
    await person({ email: 'victim@example.org' });
    const attacker = await person({ email: 'attacker@example.org' });
    const planted = attacker.cookie;
    const victim = visitor();
    victim.cookie = planted;
    await victim.signIn('victim@example.org');
    expect(victim.cookie).not.toBe(planted);
    attacker.cookie = planted;
    expect((await attacker.ask('GET', '/api/session')).status).toBe(401);
  });

  it('[K10] made-up session tokens are nobody', async () => {
    const { visitor } = await startWorkspace();
    for (const token of ['x', 'null', '0'.repeat(43), '../../people', '%00', '']) {
      const guest = visitor();
      guest.cookie = `accord_session=${token}`;
      expect((await guest.ask('GET', '/api/session')).status).toBe(401);
    }
  });

  it('[K10] guessing an account ends in 429, also with made-up proxy headers, and says when to come back', async () => {
    const { person, visitor } = await startWorkspace({
      tries: { perAccount: 3, perAddress: 1000, links: 1000 },
    });
    await person({ email: 'a@example.org' });
    const statuses: number[] = [];
    for (let index = 0; index < 5; index++) {
      const guesser = visitor({ 'x-forwarded-for': `10.0.0.${index}`, 'x-real-ip': `10.0.0.${index}` });
      statuses.push(
        (await guesser.signIn(index % 2 ? 'A@example.org' : 'a@example.org ', 'wrong password!')).status,
      );
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    const refused = await visitor().signIn('a@example.org');
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.body.retryAfter).toBeGreaterThan(0);
  });

  it('[K10] an unknown account runs into the same limit as a known one', async () => {
    const { visitor } = await startWorkspace({ tries: { perAccount: 2, perAddress: 1000, links: 1000 } });
    const statuses: number[] = [];
    for (let index = 0; index < 3; index++)
      statuses.push((await visitor().signIn('no@example.org', 'x')).status);
    expect(statuses).toEqual([401, 401, 429]);
  });

  it('[X9] many accounts tried from one address end in 429; right sign-ins do not count', async () => {
    const { person, visitor } = await startWorkspace({ tries: { perAccount: 99, perAddress: 4, links: 99 } });
    await person({ email: 'a@example.org' });
    for (let index = 0; index < 8; index++)
      expect((await visitor().signIn('a@example.org')).status).toBe(200);
    const statuses: number[] = [];
    for (let index = 0; index < 6; index++) {
      const guesser = visitor({ 'x-forwarded-for': `10.1.0.${index}` });
      statuses.push((await guesser.signIn(`p${index}@example.org`, 'x')).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
  });

  it('[K10] behind a configured proxy the address it names is counted', async () => {
    const { visitor } = await startWorkspace(
      { tries: { perAccount: 99, perAddress: 1, links: 99 } },
      { ACCORD_PROXY_HOPS: '1' },
    );
    const from = (address: string) => visitor({ 'x-forwarded-for': address }).signIn('a@example.org', 'x');
    expect((await from('10.0.0.1')).status).toBe(401);
    expect((await from('10.0.0.2')).status).toBe(401);
    // The left part is the client's own claim; only the proxy's word on the right counts.
    expect((await from('10.9.9.9, 10.0.0.1')).status).toBe(429);
  });
});

describe('sessions', () => {
  it('[P6] are listed with device and time, and can be ended one by one', async () => {
    const { person, visitor } = await startWorkspace();
    const first = await person({ email: 'a@example.org' });
    const second = visitor({ 'user-agent': 'Phone' });
    await second.signIn('a@example.org');
    const { body } = await first.ask<SessionCard[]>('GET', '/api/sessions');
    expect(body.map(({ device, current }) => [device, current])).toEqual([
      ['Phone', false],
      [expect.any(String), true],
    ]);
    expect((await first.ask('DELETE', `/api/sessions/${body[0]?.id}`)).status).toBe(204);
    expect((await second.ask('GET', '/api/session')).status).toBe(401);
    expect((await first.ask('GET', '/api/session')).status).toBe(200);
  });

  it('[K6] of others can neither be seen nor ended', async () => {
    const { person } = await startWorkspace();
    const a = await person({ email: 'a@example.org' });
    const b = await person({ email: 'b@example.org' });
    const mine = (await a.ask<SessionCard[]>('GET', '/api/sessions')).body[0]?.id;
    const refused = await b.ask('DELETE', `/api/sessions/${mine}`);
    expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
    expect((await a.ask('GET', '/api/session')).status).toBe(200);
  });

  it('[P6] signing out ends the session on the server and takes the cookie away', async () => {
    const { person } = await startWorkspace();
    const a = await person({ email: 'a@example.org' });
    const { cookie } = a;
    expect((await a.ask('DELETE', '/api/session')).status).toBe(204);
    expect(a.cookie).toBeNull();
    a.cookie = cookie;
    expect((await a.ask('GET', '/api/session')).status).toBe(401);
  });

  it('[P6] end after 14 days without use, and after 90 days in any case', async () => {
    const { person, clock, visitor } = await startWorkspace();
    const idle = await person({ email: 'a@example.org' });
    const used = visitor();
    await used.signIn('a@example.org');
    for (let day = 0; day < 13; day++) {
      clock.move(DAY);
      expect((await used.ask('GET', '/api/session')).status).toBe(200);
    }
    clock.move(DAY + MINUTE);
    expect((await idle.ask('GET', '/api/session')).status).toBe(401);
    for (let day = 14; day < 89; day++) {
      clock.move(DAY);
      expect((await used.ask('GET', '/api/session')).status).toBe(200);
    }
    clock.move(DAY);
    expect((await used.ask('GET', '/api/session')).status).toBe(401);
  });

  it('[D16] survive a clock that jumps a day back, or forth and back', async () => {
    const { person, clock, visitor } = await startWorkspace();
    const a = await person({ email: 'a@example.org' });
    for (const jump of [-DAY, -DAY, 3 * DAY, -2 * DAY]) {
      clock.move(jump);
      expect((await a.ask('GET', '/api/session')).status).toBe(200);
      const other = visitor();
      expect((await other.signIn('a@example.org')).status).toBe(200);
      expect((await other.ask('GET', '/api/session')).status).toBe(200);
    }
    const listed = await a.ask<SessionCard[]>('GET', '/api/sessions');
    expect(listed.body).toHaveLength(5);
  });

  it('[P6] being seen costs no disk write a request, and is written in the end', async () => {
    const { accord, person, clock } = await startWorkspace();
    const a = await person({ email: 'a@example.org' });
    let commits = 0;
    const scope = await accord.storage.records.open({ name: 'people' } as never);
    const { commit } = scope;
    scope.commit = (change) => {
      commits += 1;
      return commit.call(scope, change) as never;
    };
    for (let index = 0; index < 20; index++) await a.ask('GET', '/api/session');
    expect(commits).toBe(0);
    clock.move(HOUR);
    for (let index = 0; index < 20; index++) await a.ask('GET', '/api/session');
    expect(commits).toBe(1);
    clock.move(MINUTE);
    const { body } = await a.ask<SessionCard[]>('GET', '/api/sessions');
    expect(body[0]?.lastSeenAt).toBe(new Date(clock.now()).toISOString());
    await accord.people.flush();
    expect(commits).toBe(2);
  });

  it('stand after a restart of the server', async () => {
    const folder = await dataFolder();
    onTestFinished(() => folder.remove());
    const clock = new MovedClock();
    const { accord, person } = await startWorkspace({ clock }, { ACCORD_DATA: folder.path });
    const { cookie } = await person({ email: 'a@example.org' });
    await accord.close();
    const again = await startWorkspace({ clock }, { ACCORD_DATA: folder.path });
    const a = again.visitor();
    a.cookie = cookie;
    expect((await a.ask('GET', '/api/session')).status).toBe(200);
  });
});

describe('passwords', () => {
  it('[P6] are changed with the present one; all other sessions end, open links stop working', async () => {
    const { person, visitor, administrator } = await startWorkspace();
    const admin = await administrator();
    const a = await person({ email: 'a@example.org' });
    const other = visitor();
    await other.signIn('a@example.org');
    const link = await admin.ask<{ url: string }>('POST', `/api/people/${a.id}/reset-link`);
    const next = 'eight louder herons';
    const wrong = await a.ask('POST', '/api/me/password', { current: 'not this one', next });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong-credentials']);
    expect((await a.ask('POST', '/api/me/password', { current: PASSWORD, next })).status).toBe(204);
    expect((await a.ask('GET', '/api/session')).status).toBe(200);
    expect((await other.ask('GET', '/api/session')).status).toBe(401);
    expect((await visitor().signIn('a@example.org')).status).toBe(401);
    expect((await visitor().signIn('a@example.org', next)).status).toBe(200);
    const used = await visitor().ask('POST', '/api/tokens/redeem', {
      token: tokenOf(link.body.url),
      password: PASSWORD,
    });
    expect(used.body.code).toBe('link-expired');
  });

  it('[K10] the present password can’t be guessed in a stolen session', async () => {
    const { person } = await startWorkspace({ tries: { perAccount: 3, perAddress: 99, links: 99 } });
    const a = await person({ email: 'a@example.org' });
    const statuses: number[] = [];
    for (let index = 0; index < 5; index++) {
      const tried = await a.ask('POST', '/api/me/password', {
        current: `guess ${index}`,
        next: 'eight louder herons',
      });
      statuses.push(tried.status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });

  it.each([
    ['short one', 'password-too-short'],
    ['ééééééééééé', 'password-too-short'],
    ['aaaaaaaaaaaaaaa', 'password-too-common'],
    ['abcabcabcabcabc', 'password-too-common'],
    ['123456789012', 'password-too-common'],
    ['Password1234', 'password-too-common'],
    ['PasswortPasswort!', 'password-too-common'],
    ['qwertyuiop123', 'password-too-common'],
    ['marie.tester@example.org', 'password-too-common'],
    ['Marie Tester 2026', 'password-too-common'],
  ])('[P6] %s is refused as %s', async (next, code) => {
    const { person } = await startWorkspace();
    const a = await person({ email: 'marie.tester@example.org', name: 'Marie Tester' });
    const { status, body } = await a.ask('POST', '/api/me/password', { current: PASSWORD, next });
    expect([status, body.code]).toEqual([422, code]);
  });

  it.each(['accord-demo-2026', 'correct horse battery', 'Zwölf Boxkämpfer jagen', 'xk7 Qp!2m zR0'])(
    '[P6] %s is taken',
    async (next) => {
      const { person } = await startWorkspace();
      const a = await person({ email: 'a@example.org' });
      expect((await a.ask('POST', '/api/me/password', { current: PASSWORD, next })).status).toBe(204);
    },
  );

  it('[P6] neither passwords nor tokens stand in the records', async () => {
    const { accord, person } = await startWorkspace();
    const a = await person({ email: 'a@example.org' });
    const scope = await accord.storage.records.open({ name: 'people' } as never);
    const stored = JSON.stringify(scope.read());
    expect(stored).toContain('$argon2id$');
    expect(stored).not.toContain(PASSWORD);
    expect(stored).not.toContain(a.cookie?.split('=')[1]);
    expect(stored).not.toContain(tokenOf(accord.firstLink));
  });
});
