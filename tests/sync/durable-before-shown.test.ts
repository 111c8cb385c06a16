import type { UpdateLog } from '@accord/server/storage/ports';
import { Failure } from '@accord/shared/kernel/failure';
import { afterEach, describe, expect, it } from 'vitest';
import { Chapter } from './chapter';
import { paragraph, type, words } from './writing';

/** A log whose writes can be held back, or made to fail as a full disk does. */
class Disk {
  appended = 0;
  failed = false;
  private held: Promise<void> = Promise.resolve();
  private full = false;
  private release: () => void = () => undefined;

  /** Holds the next writes back. */
  hold(): void {
    this.held = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  go(): void {
    this.release();
  }

  fill(): void {
    this.full = true;
  }

  between = (real: UpdateLog): UpdateLog => {
    const disk = this;
    return {
      ...real,
      get readOnly() {
        return disk.failed || real.readOnly;
      },
      async append(entries) {
        disk.appended++;
        await disk.held;
        disk.failed ||= disk.full;
        if (disk.failed) throw new Failure('read-only-storage', 'No space left on device.');
        return real.append(entries);
      },
    };
  };
}

describe('durable before it is shown', () => {
  let chapter: Chapter;
  afterEach(() => chapter.close());

  const open = async () => {
    const disk = new Disk();
    chapter = await Chapter.open({ log: disk.between });
    return disk;
  };

  it('[P2] words on their way to the disk are acknowledged before their author hears of a lowered role', async () => {
    const disk = await open();
    const { engine } = chapter;
    const anna = await chapter.synced('anna');
    disk.hold();
    anna.update(paragraph(anna.doc, 'On its way'));
    await anna.pinged();
    expect(disk.appended).toBe(1);
    engine.door.allow('anna', 'read');
    engine.storage.bus.publish('person-changed', { personId: 'anna' });
    await anna.pinged();
    const told = () => anna.heard.map((message) => (message.kind === 'hello' ? message.role : message.kind));
    expect(told()).not.toContain('read');
    disk.go();
    await anna.until(() => told().includes('read'));
    expect(told().indexOf('durable')).toBeGreaterThan(-1);
    expect(told().indexOf('durable')).toBeLessThan(told().indexOf('read'));
    expect(await chapter.text()).toEqual(['On its way']);
  });

  it('[U3] nobody hears of a change before the disk has it: no ack, no update, not in a later comer’s text, not in what features read', async () => {
    const disk = await open();
    const anna = await chapter.synced('anna');
    const ben = await chapter.synced('ben');
    anna.update(paragraph(anna.doc, 'Stored'));
    await anna.durable(1);
    await ben.until(() => ben.count('update') === 1);

    disk.hold();
    anna.update(type(anna.doc, ' pending'));
    await anna.pinged();
    await ben.pinged();
    expect(disk.appended).toBe(2);
    const late = await chapter.ours('carla');
    late.step1();
    const read = chapter.text();
    await late.pinged();
    await anna.pinged();
    await ben.pinged();
    expect(anna.last('durable')?.n).toBe(1);
    expect(words(ben.doc)).toEqual(['Stored']);
    expect(late.count('step2')).toBe(0);

    disk.go();
    await anna.durable(2);
    await ben.until(() => words(ben.doc)[0] === 'Stored pending');
    await late.until(() => late.count('step2') === 1);
    expect(words(late.doc)).toEqual(['Stored pending']);
    expect(await read).toEqual(['Stored pending']);
  });

  it('what arrives while the disk writes is the next turn, shown in one piece', async () => {
    const disk = await open();
    const anna = await chapter.synced('anna');
    const ben = await chapter.synced('ben');
    const reader = await chapter.synced('rita', 'read');
    disk.hold();
    anna.update(paragraph(anna.doc, 'a'));
    await anna.pinged();
    anna.update(paragraph(anna.doc, 'b'));
    anna.update(paragraph(anna.doc, 'c'));
    ben.update(paragraph(ben.doc, 'd'));
    await anna.pinged();
    await ben.pinged();
    disk.go();
    await anna.durable(3);
    await ben.durable(1);
    await reader.until(() => words(reader.doc).length === 4);
    expect(reader.count('update')).toBe(2);
    // An author gets the others' part, one message each.
    await ben.until(() => words(ben.doc).length === 4);
    expect([anna.count('update'), ben.count('update')]).toEqual([1, 3]);
    const entries = (await chapter.engine.storage.log.load('chapter-1'))?.tail ?? [];
    expect(entries.map(({ personId }) => personId)).toEqual(['anna', 'anna', 'anna', 'ben']);
  });

  it('[D3] a failed commit: no ack, nothing shown, everybody told, text as on disk', async () => {
    const disk = await open();
    const anna = await chapter.synced('anna');
    const ben = await chapter.synced('ben');
    anna.update(paragraph(anna.doc, 'Stored'));
    await anna.durable(1);
    disk.fill();
    anna.update(type(anna.doc, ' lost?'));
    await anna.until(() => anna.last('hello')?.role === 'read-only-storage');
    await ben.until(() => ben.last('hello')?.role === 'read-only-storage');
    anna.update(type(anna.doc, ' more'));
    await anna.pinged();
    expect(anna.last('durable')?.n).toBe(1);
    expect(anna.count('rejected')).toBe(0);
    expect(words(ben.doc)).toEqual(['Stored']);
    const late = await chapter.synced('carla');
    expect(late.last('hello')?.role).toBe('read-only-storage');
    expect(words(late.doc)).toEqual(['Stored']);
    expect(await chapter.text()).toEqual(['Stored']);
  });

  it('[D2] a disk that refuses another chapter’s words: everybody is told here too', async () => {
    const disk = await open();
    const ben = await chapter.synced('ben');
    const elsewhere = await chapter.connect(chapter.engine.door.invite('anna'), {}, 'another-chapter');
    await elsewhere.sync();
    disk.fill();
    elsewhere.update(paragraph(elsewhere.doc, 'lost?'));
    await elsewhere.until(() => elsewhere.last('hello')?.role === 'read-only-storage');
    await ben.until(() => ben.last('hello')?.role === 'read-only-storage');
  });

  it('[D3] a stock client, which shows no reason, is sent away to come back with its words', async () => {
    const disk = await open();
    const stock = await chapter.stock('anna');
    await stock.sync();
    disk.fill();
    stock.update(paragraph(stock.doc, 'Kept by the client'));
    await stock.until(() => stock.last('hello')?.role === 'read-only-storage');
    stock.update(type(stock.doc, ' too'));
    expect(await stock.ended()).toBe(1013);
    expect(stock.count('durable')).toBe(0);
  });

  it('[K2] no log record follows a lock, however the writes race it', async () => {
    await open();
    for (let round = 0; round < 60; round++) {
      const id = `chapter-of-round-${round}`;
      const { engine } = chapter;
      const cookie = engine.door.invite('anna');
      const anna = await chapter.connect(cookie, {}, id);
      await anna.sync();
      anna.update(paragraph(anna.doc, 'Begun'));
      await anna.durable(1);
      for (let n = 0; n < 10; n++) anna.update(type(anna.doc, `${n}`));
      const turns = round % 7;
      for (let turn = 0; turn < turns; turn++) await new Promise((next) => setImmediate(next));
      await engine.rooms.lock(id, true);
      const { seq } = await engine.rooms.chapters.read(id);
      await anna.until(() => (anna.last('durable')?.n ?? 0) >= 11 || (anna.last('rejected')?.n ?? 0) >= 11);
      expect((await engine.rooms.chapters.read(id)).seq).toBe(seq);
      const told = anna.last('rejected');
      if (told) expect(told.reason).toBe('chapter-locked');
      anna.close();
    }
  });
});
