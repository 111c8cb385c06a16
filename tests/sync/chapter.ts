import type { Access } from '@accord/server/rooms/live-chapters';
import type { Hello } from '@accord/shared/sync/wire';
import { Engine, type EngineOptions } from './engine';
import { RawClient } from './raw-client';

export const CHAPTER = 'chapter-1';

/** An engine and clients that speak for the people of a test; all closed at the end. */
export class Chapter {
  private constructor(readonly engine: Engine) {}

  static async open(options: EngineOptions = {}): Promise<Chapter> {
    return new Chapter(await Engine.start(options));
  }

  /** Connects as one of our clients, without asking for anything. */
  ours(
    personId: string,
    { access = 'write' as Access | null, session = `session-${personId}`, hello = {} as Partial<Hello> } = {},
  ) {
    return this.connect(this.engine.door.invite(personId, access, session), hello);
  }

  /** Connects as a client that knows only y-websocket's own messages. */
  stock(personId: string, { access = 'write' as Access | null } = {}): Promise<RawClient> {
    return this.connect(this.engine.door.invite(personId, access));
  }

  /** Connects as one of our clients and waits for the text. */
  async synced(personId: string, access: Access = 'write'): Promise<RawClient> {
    const client = await this.ours(personId, { access });
    await client.sync();
    return client;
  }

  connect(cookie: string, hello?: Partial<Hello>, chapterId = CHAPTER): Promise<RawClient> {
    const { engine } = this;
    const url = `${engine.url}/${chapterId}`;
    return RawClient.connect({ url, origin: engine.origin, cookie, ...(hello ? { hello } : {}) });
  }

  /** Words of each block as stored. */
  async text(): Promise<string[]> {
    const { json } = await this.engine.rooms.chapters.read(CHAPTER);
    return (json.content ?? []).map((block) => block.content?.map((run) => run.text ?? '').join('') ?? '');
  }

  /** Number of entries stored. */
  async stored(): Promise<number> {
    return (await this.engine.rooms.chapters.read(CHAPTER)).seq;
  }

  close(): Promise<void> {
    return this.engine.stop();
  }
}
