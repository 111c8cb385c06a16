import type { Disk } from '@accord/server/storage/embedded/disk';

/**
 * A disk that exists only in memory and keeps apart what would survive a power cut: contents of files that were flushed,
 * and names in folders that were flushed. Any operation can be made to fail, or to be the last before the power goes.
 */
export class ForgetfulDisk implements Disk {
  /** What was asked of it, in order: `create a.tmp`, `sync a.tmp`, `rename a.tmp a`, `sync-folder .`. */
  readonly asked: string[] = [];
  /** Decides before each operation; throwing makes it fail with nothing done. */
  before: (operation: string) => void = () => undefined;

  /** Files as inodes: what a process reads, and what the platter has. */
  #now = new Map<string, Inode>();
  #safe = new Map<string, Inode>();
  /** Changes of names since the folder was flushed; each is done whole or not at all. */
  #unflushed: ((names: Map<string, Inode>) => void)[] = [];

  #ask(operation: string): void {
    this.before(operation);
    this.asked.push(operation);
  }

  async read(path: string) {
    const inode = this.#now.get(path);
    return inode ? new TextEncoder().encode(inode.now) : null;
  }

  async create(path: string) {
    this.#ask(`create ${path}`);
    const inode = this.#now.get(path) ?? { now: '', safe: '' };
    inode.now = '';
    this.#change((names) => names.set(path, inode));
    return {
      writeFile: async (text: string) => {
        this.#ask(`write ${path}`);
        inode.now += text;
      },
      sync: async () => {
        this.#ask(`sync ${path}`);
        inode.safe = inode.now;
      },
      close: async () => undefined,
    };
  }

  async rename(from: string, to: string) {
    this.#ask(`rename ${from} ${to}`);
    const inode = this.#now.get(from);
    if (!inode) throw new Error(`no ${from}`);
    this.#change((names) => {
      names.delete(from);
      names.set(to, inode);
    });
  }

  async exists(path: string) {
    return this.#now.has(path);
  }

  async syncFolder(path: string) {
    this.#ask(`sync-folder ${path}`);
    this.#safe = new Map(this.#now);
    this.#unflushed = [];
  }

  #change(change: (names: Map<string, Inode>) => void): void {
    change(this.#now);
    this.#unflushed.push(change);
  }

  async makeFolder() {
    // folders need no making here
  }

  async files() {
    return [...this.#now.keys()];
  }

  /**
   * The power goes. A file system may have written more than it was asked to, in any order: each change of names and each
   * file's content since its last flush is there or not, as `luck` says.
   */
  powerCut(luck: () => boolean): void {
    for (const change of this.#unflushed) if (luck()) change(this.#safe);
    for (const inode of new Set(this.#safe.values())) {
      inode.now = luck() ? inode.now : inode.safe;
      inode.safe = inode.now;
    }
    this.#now = new Map(this.#safe);
    this.#unflushed = [];
  }

  /** Puts a file there as if it had always been. */
  put(path: string, text: string): void {
    const inode = { now: text, safe: text };
    this.#now.set(path, inode);
    this.#safe.set(path, inode);
  }

  take(path: string): string | undefined {
    const text = this.#now.get(path)?.now;
    this.#now.delete(path);
    this.#safe.delete(path);
    return text;
  }

  text(path: string): string | undefined {
    return this.#now.get(path)?.now;
  }
}

interface Inode {
  now: string;
  safe: string;
}
