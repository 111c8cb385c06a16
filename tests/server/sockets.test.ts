import type { Output } from '@accord/shared/outputs/outputs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { PASSWORD, startWorkspace, type Visitor } from './workspace';

const author = { role: 'author', outputId: null, chapterId: null, language: null } as const;

/** Opens a chapter's socket as a browser with this visitor's cookie does. @returns the open socket, or the refusal's status */
function connect(visitor: Visitor, chapterId: string, origin = visitor.url): Promise<WebSocket | number> {
  const socket = new WebSocket(`${visitor.url.replace('http', 'ws')}/sync/${chapterId}`, {
    headers: { ...(visitor.cookie && { cookie: visitor.cookie }), ...(origin && { origin }) },
  });
  onTestFinished(() => socket.terminate());
  return new Promise((resolve, reject) => {
    socket.once('message', () => resolve(socket));
    socket.once('close', (code) => resolve(code));
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.once('error', reject);
  });
}

const closed = (socket: WebSocket | number) =>
  new Promise<number>((resolve) => {
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    socket.once('close', resolve);
  });

async function opened() {
  const workspace = await startWorkspace();
  const root = await workspace.administrator();
  const a = await workspace.person({ email: 'a@example.org', grants: [author] });
  const outputs = await root.ask<Output[]>('GET', '/api/outputs');
  const chapterId = outputs.body[0]?.chapters[0]?.id ?? '';
  return { ...workspace, root, a, chapterId };
}

type Opened = Awaited<ReturnType<typeof opened>>;

describe('sockets of people', () => {
  it.each([
    ['signs out', async ({ a }) => a.ask('DELETE', '/api/session')],
    ['is signed out everywhere', async ({ root, a }) => root.ask('DELETE', `/api/people/${a.id}/sessions`)],
    ['is switched off', async ({ root, a }) => root.ask('PATCH', `/api/people/${a.id}`, { disabled: true })],
    ['loses every role', async ({ root, a }) => root.ask('PATCH', `/api/people/${a.id}`, { grants: [] })],
    [
      'changes the password elsewhere',
      async ({ visitor }) => {
        const other = visitor();
        await other.signIn('a@example.org');
        return other.ask('POST', '/api/me/password', { current: PASSWORD, next: 'eight louder herons' });
      },
    ],
  ] satisfies [string, (workspace: Opened) => Promise<unknown>][])(
    '[K4] [P2] close when the person %s',
    async (_, act) => {
      const workspace = await opened();
      const socket = await connect(workspace.a, workspace.chapterId);
      const gone = closed(socket);
      await act(workspace);
      expect(await gone).toSatisfy((code: number) => code >= 4400 && code <= 4499);
      const again = await connect(workspace.a, workspace.chapterId);
      expect(again).toSatisfy((refusal: unknown) => typeof refusal === 'number' && refusal !== 1000);
    },
  );

  it('[K5] are opened for nobody without a session, without a role, or from a foreign or missing origin', async () => {
    const { visitor, a, person, chapterId } = await opened();
    const nobody = await person({ email: 'nobody@example.org' });
    for (const refused of [
      await connect(visitor(), chapterId),
      await connect(nobody, chapterId),
      await connect(a, 'no-such-chapter'),
      await connect(a, chapterId, 'https://evil.example'),
      await connect(a, chapterId, ''),
    ]) {
      expect(typeof refused).toBe('number');
    }
    expect(typeof (await connect(a, chapterId))).toBe('object');
  });

  it('[D15] are told that the server goes away, and it ends', async () => {
    const { accord, a, chapterId } = await opened();
    const gone = closed(await connect(a, chapterId));
    await accord.close();
    expect(await gone).toBe(1001);
  });
});
