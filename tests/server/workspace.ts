import { compose, type Overrides } from '@accord/server/compose';
import { readConfig } from '@accord/server/config';
import type { PersonWithPassword } from '@accord/server/people/people';
import { openStorage } from '@accord/server/storage/open-storage';
import type { Problem } from '@accord/shared/kernel/failure';
import { onTestFinished } from 'vitest';

export const PASSWORD = 'seven quiet herons';

/** A clock that stands still until it is moved. */
export class MovedClock {
  private time = Date.parse('2026-11-24T09:00:00.000Z');
  now = (): number => this.time;
  move(ms: number): void {
    this.time += ms;
  }
}
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What came back, with its JSON (or its text). */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
  readonly text: string;
}

/** Somebody calling over HTTP, with their own cookie. */
export class Visitor {
  cookie: string | null = null;

  constructor(
    readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** One request, as a page of the workspace sends it; cookies are kept as a browser keeps them. */
  async ask<T = Problem>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const reply = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: this.url }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...this.headers,
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await reply.text();
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.cookie = /Max-Age=0/.test(line) ? null : pair;
    }
    const json = /json/.test(reply.headers.get('content-type') ?? '');
    return {
      status: reply.status,
      headers: reply.headers,
      text,
      body: (json ? JSON.parse(text) : text) as T,
    };
  }

  async signIn(email: string, password = PASSWORD): Promise<Answer<Problem>> {
    return this.ask('POST', '/api/session', { email, password });
  }
}

/** As `openWorkspace`; it ends with the test. */
export async function startWorkspace(...args: Parameters<typeof openWorkspace>): Promise<OpenWorkspace> {
  const workspace = await openWorkspace(...args);
  onTestFinished(() => workspace.accord.close());
  return workspace;
}

/** A workspace in this process, over real HTTP on a free port. In memory, unless the environment names a data folder. */
export async function openWorkspace(overrides: Overrides = {}, environment: Record<string, string> = {}) {
  const clock = new MovedClock();
  const accord = await compose(readConfig({ PORT: '0', ACCORD_LOG_LEVEL: 'silent', ...environment }), {
    clock,
    ...(environment.ACCORD_DATA ? {} : { storage: await openStorage({ kind: 'memory' }) }),
    hashing: { memoryCost: 8, timeCost: 1 },
    rates: { reads: 1_000_000, writes: 1_000_000 },
    ...overrides,
  });

  /** Adds somebody with `PASSWORD` and signs them in. */
  async function person(
    wanted: Partial<PersonWithPassword> & { email: string },
  ): Promise<Visitor & { id: string }> {
    const [id = ''] = await accord.people.add([
      { name: wanted.email, partnerId: 'partner-fi-1', grants: [], password: PASSWORD, ...wanted },
    ]);
    const added = visitor();
    const { status } = await added.signIn(wanted.email);
    if (status !== 200) throw new Error(`${wanted.email} could not sign in: ${status}`);
    return Object.assign(added, { id });
  }
  const visitor = (headers?: Record<string, string>) => new Visitor(accord.url, headers);
  return {
    accord,
    clock,
    url: accord.url,
    visitor,
    person,
    administrator: () => person({ email: 'root@example.org', name: 'Root', administrator: true }),
  };
}
export type OpenWorkspace = Awaited<ReturnType<typeof openWorkspace>>;
