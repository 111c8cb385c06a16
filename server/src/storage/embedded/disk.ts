import { constants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The few file operations records are made durable with; a seam, so that tests can make any of them fail or forget. */
export interface Disk {
  /** @returns null when there is no such file */
  read(path: string): Promise<Uint8Array | null>;
  /** Creates or empties a file. */
  create(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** Makes the entries of a folder (created, renamed) survive a power cut. */
  syncFolder(path: string): Promise<void>;
  /** Creates a folder and those above it, durably. */
  makeFolder(path: string): Promise<void>;
  /** Names of the files below a folder, relative to it, `/` between the parts. */
  files(folder: string): Promise<string[]>;
}

export interface OpenFile {
  writeFile(text: string): Promise<void>;
  /** Makes what was written survive a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export const realDisk: Disk = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  create: (path) => open(path, 'w', 0o600),
  rename,
  async exists(path) {
    try {
      await access(path, constants.F_OK);
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  },
  async syncFolder(path) {
    if (process.platform === 'win32') return; // Windows has no flush for folders; NTFS journals renames
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  async makeFolder(path) {
    const topmost = await mkdir(path, { recursive: true, mode: 0o700 });
    if (topmost === undefined) return;
    for (let folder = path; ; folder = dirname(folder)) {
      await this.syncFolder(dirname(folder));
      if (folder === topmost || folder === dirname(folder)) return;
    }
  },
  async files(folder) {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1).replaceAll('\\', '/'))
      .sort();
  },
};

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
