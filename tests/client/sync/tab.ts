import { type ChapterSession, openChapterSession } from '@accord/client/sync/chapter-session';
import type { Device } from '@accord/client/sync/device/device';
import type { Fact } from '@accord/client/sync/fact';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import * as Y from 'yjs';
import { type Engine, type Network, socketOf } from './engine';

/** One tab of one person, without a browser around it. */
export class Tab {
  readonly network: Network = { down: false };
  readonly session: ChapterSession;

  constructor(
    engine: Engine,
    readonly personId: string,
    readonly chapterId: string,
    device: Device,
    options: { schema?: number; offline?: boolean } = {},
  ) {
    this.network.down = options.offline ?? false;
    this.session = openChapterSession({
      chapterId,
      title: 'A chapter',
      person: { id: personId, name: personId, country: 'FI' },
      device,
      url: engine.url,
      WebSocket: socketOf(personId, this.network),
      random: () => 0,
      ...(options.schema === undefined ? {} : { schema: options.schema }),
    });
  }

  get doc(): Y.Doc {
    const manuscript = this.session.manuscript.get();
    if (!manuscript) throw new Error('nothing to edit');
    return manuscript.doc;
  }

  private get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment(FRAGMENT);
  }

  /** Types at the end of the first paragraph, one change a call. */
  type(text: string): void {
    const paragraph = this.fragment.get(0) as Y.XmlElement;
    const words = paragraph.get(0);
    if (words instanceof Y.XmlText) words.insert(words.length, text);
    else paragraph.insert(0, [new Y.XmlText(text)]);
  }

  /** Deletes from the first paragraph. */
  erase(from: number, length: number): void {
    const words = (this.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    words.delete(from, length);
  }

  text(): string {
    return this.fragment
      .toArray()
      .map((block) => (block as Y.XmlElement).toArray().join(''))
      .join('\n');
  }

  saved(): Promise<void> {
    return until(this.session.saved, (state) => state.kind === 'saved');
  }
  writable(): Promise<void> {
    return until(this.session.access, (access) => access.may === 'write');
  }
  /** Closes the network under the tab and back. */
  goOffline(engine: Engine): void {
    this.network.down = true;
    engine.cut();
  }
  goOnline(): void {
    this.network.down = false;
    this.session.retry();
  }
  /** As closing the tab. */
  close(): void {
    this.session.close();
  }
}

/** Resolves when the fact is as wanted. */
export function until<T>(fact: Fact<T>, wanted: (value: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!wanted(fact.get())) return false;
      unsubscribe();
      resolve();
      return true;
    };
    let unsubscribe: () => void = () => undefined;
    if (look()) return;
    unsubscribe = fact.subscribe(look);
  });
}
