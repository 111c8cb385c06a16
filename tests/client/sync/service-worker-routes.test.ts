import { outdatedCaches, routeOf } from '@accord/client/sync/service-worker/routes';
import { describe, expect, it } from 'vitest';

const origin = 'https://accord.example';
const get = (path: string, mode = 'cors') => ({ method: 'GET', mode, url: new URL(path, origin).href });

describe('what the service worker answers', () => {
  it('[U4] pages and built files, so that a chapter reloads offline', () => {
    expect(routeOf(get('/chapters/abcd', 'navigate'), origin)).toBe('page');
    expect(routeOf(get('/', 'navigate'), origin)).toBe('page');
    expect(routeOf(get('/assets/index-abc.js'), origin)).toBe('asset');
  });

  it('never what the server alone may say, also when it is opened as a page', () => {
    for (const path of ['/api/session', '/api/audit.csv', '/sync/abcd', '/live', '/ready', '/metrics']) {
      expect(routeOf(get(path), origin)).toBe('network');
      expect(routeOf(get(path, 'navigate'), origin)).toBe('network');
    }
    expect(routeOf({ ...get('/assets/x.js'), method: 'POST' }, origin)).toBe('network');
    expect(routeOf(get('https://elsewhere.example/assets/x.js'), origin)).toBe('network');
  });

  it('keeps the files of the last version for tabs that still run it', () => {
    const names = ['accord-shell-1', 'images', 'accord-shell-2', 'accord-shell-3'];
    expect(outdatedCaches(names, 'accord-shell-')).toEqual(['accord-shell-1']);
    expect(outdatedCaches(names.slice(0, 3), 'accord-shell-')).toEqual([]);
  });
});
