import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

interface Asset {
  readonly modified: number;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
}

const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt', '.map']);
const LARGE_ENOUGH = 1024;

/**
 * Serves the built pages from memory, each file compressed once. Names under `assets/` carry a hash and are cached for good;
 * everything else, the service worker above all, is asked for again each time. A page's address that names no file gets
 * index.html: the client's router knows what it means.
 */
export function serveAssets(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Asset>>();

  async function find(path: string): Promise<Asset | null> {
    const file = join(folder, path);
    const facts = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG') return null;
      throw error;
    });
    if (!facts?.isFile()) return null;
    const known = await kept.get(path);
    if (known?.modified === facts.mtimeMs) return known;
    const loading = load(file, facts.mtimeMs);
    kept.set(path, loading);
    loading.catch(() => kept.delete(path));
    return loading;
  }

  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const path = inside(request.path);
    if (path === null) return next();
    const asset = path === '' ? null : await find(path);
    if (asset) return deliver(request, response, path, asset);
    if (extname(path) !== '' || path.startsWith(`assets${sep}`)) return next();
    const index = await find('index.html');
    if (index) return deliver(request, response, 'index.html', index);
    response
      .status(503)
      .type('text/plain')
      .send('The pages are not built yet. Start Accord with `npm start`.\n');
  };
}

/** The path below the folder, or null when it would lead out of it or can't be read. */
function inside(urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null; // a broken escape names no file
  }
  const clean = normalize(path).replace(/^[/\\]+/, '');
  return clean.includes('\0') || clean.split(/[/\\]/).includes('..') ? null : clean;
}

async function load(file: string, modified: number): Promise<Asset> {
  const plain = await readFile(file);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const worth = COMPRESSED.has(extname(file)) && plain.length >= LARGE_ENOUGH;
  const [br, gz] = worth
    ? await Promise.all([
        promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
        promisify(gzip)(plain, { level: 7 }),
      ])
    : [null, null];
  return { modified, etag, plain, br, gzip: gz };
}

function deliver(request: Request, response: Response, path: string, asset: Asset): void {
  const forGood = path.startsWith(`assets${sep}`);
  response.setHeader('Cache-Control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', asset.etag);
  response.vary('Accept-Encoding');
  if (request.headers['if-none-match']?.split(/,\s*/).some((tag) => tag.replace(/^W\//, '') === asset.etag)) {
    response.status(304).end();
    return;
  }
  response.type(
    extname(path) === '.webmanifest'
      ? 'application/manifest+json'
      : extname(path) || 'application/octet-stream',
  );
  const encoding = request.acceptsEncodings(['br', 'gzip', 'identity']);
  const packed = encoding === 'br' ? asset.br : encoding === 'gzip' ? asset.gzip : null;
  if (packed) response.setHeader('Content-Encoding', encoding as string);
  const bytes = packed ?? asset.plain;
  response.setHeader('Content-Length', bytes.length);
  if (request.method === 'HEAD') response.end();
  else response.end(bytes);
}
