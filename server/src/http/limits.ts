import type { IncomingMessage } from 'node:http';
import type { Endpoint } from '@accord/shared/kernel/endpoint';
import { Failure } from '@accord/shared/kernel/failure';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from './bind';

/** How often somebody may ask, in calls a minute. */
export interface RequestRates {
  /** Calls that change something. */
  readonly writes: number;
  readonly reads: number;
}

export const DEFAULT_RATES: RequestRates = { writes: 240, reads: 1200 };

/**
 * A limit of `points` per `seconds` for each key.
 * @returns a function that counts one call and throws Failure('too-many-requests') beyond the limit
 */
export function createLimit(points: number, seconds: number) {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async count(key: string): Promise<void> {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new Failure('too-many-requests', 'Too many tries.', {
          retryAfter: Math.ceil(refusal.msBeforeNext / 1000),
        });
      }
    },
    /** A try that was right does not count. */
    async giveBack(key: string): Promise<void> {
      await limiter.reward(key);
    },
    async forget(key: string): Promise<void> {
      await limiter.delete(key);
    },
  };
}
export type Limit = ReturnType<typeof createLimit>;

/**
 * Who is behind a request, where Express is not asked (sockets): the address connected from, or, behind `hops` proxies, the one
 * that the outermost of them saw.
 */
export function addressOf(request: IncomingMessage, hops: number): string {
  const connected = request.socket.remoteAddress ?? '';
  const header = request.headers['x-forwarded-for'];
  const named = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((part) => part.trim());
  const chain = [...named.filter(Boolean), connected];
  return chain[Math.max(0, chain.length - 1 - hops)] ?? connected;
}

/** Network of an address, so that somebody with a whole IPv6 network counts once. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (v4?.[1]) return v4[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros: string[] = Array(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}

/** How often secrets may be tried, per 15 minutes. */
export interface Tries {
  readonly perAccount: number;
  readonly perAddress: number;
  readonly links: number;
}

export const DEFAULT_TRIES: Tries = { perAccount: 10, perAddress: 100, links: 100 };

/** As `createLimit`, for keys that are network addresses. */
export function createAddressLimit(points: number, seconds: number): Limit {
  const limit = createLimit(points, seconds);
  return {
    count: (address) => limit.count(networkOf(address)),
    giveBack: (address) => limit.giveBack(networkOf(address)),
    forget: (address) => limit.forget(networkOf(address)),
  };
}

/** Floods: each person, and each address without a person, may only ask so often. */
export function createAdmission(rates: RequestRates) {
  const writes = createLimit(rates.writes, 60);
  const reads = createLimit(rates.reads, 60);
  return (caller: Caller | null, address: string, endpoint: Endpoint): Promise<void> => {
    const limit = endpoint.method === 'GET' ? reads : writes;
    return limit.count(caller ? `person ${caller.personId}` : `address ${networkOf(address)}`);
  };
}
