import { Failure } from '@accord/shared/kernel/failure';
import { hash, verify } from '@node-rs/argon2';
import { isTooCommon } from './common-passwords';

export interface HashingCost {
  /** KiB. */
  readonly memoryCost: number;
  readonly timeCost: number;
}

/** OWASP's first recommendation for argon2id. */
export const DEFAULT_COST: HashingCost = { memoryCost: 19_456, timeCost: 2 };

const MIN_LENGTH = 12;
/** Hashing runs on the threads that also write to disk: a flood of sign-ins must leave some free, and not pile up. */
const AT_ONCE = 2;
const MAX_WAITING = 60;

/** Argon2id hashing with a bounded queue, and the rules for new passwords (P6). */
export function createPasswords(cost: HashingCost = DEFAULT_COST) {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) {
      if (waiting.length >= MAX_WAITING) {
        throw new Failure('too-many-requests', 'Too many people sign in at this moment.', { retryAfter: 5 });
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The place is handed to whoever waits longest, or given up.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  const hashed = (password: string) => inTurn(() => hash(password, { ...cost, parallelism: 1 }));
  /** Compared with when there is no such person, so that the answer takes as long. */
  let nobody: Promise<string> | null = null;

  return {
    hash: hashed,
    /** Whether the password fits. `stored` null (nobody, or no password yet) is never true, but takes as long. */
    async fits(stored: string | null, password: string): Promise<boolean> {
      if (stored === null) {
        nobody ??= hashed('no such person').catch((error: unknown) => {
          // Refused while too many wait: the next one tries again, or unknown people would be told apart for good.
          nobody = null;
          throw error;
        });
      }
      const reference = stored ?? (await nobody);
      const same = reference !== null && (await inTurn(() => verify(reference, password)));
      return same && stored !== null;
    },
    /** @throws Failure('password-too-short' | 'password-too-common') */
    demandGood(password: string, known: { readonly email: string; readonly name: string }): void {
      if ([...password].length < MIN_LENGTH) {
        throw new Failure('password-too-short', `A password has at least ${MIN_LENGTH} characters.`);
      }
      if (isTooCommon(password, [known.email, known.email.split('@')[0] ?? '', known.name])) {
        throw new Failure('password-too-common', 'The password is one of those tried first.');
      }
    },
  };
}
export type Passwords = ReturnType<typeof createPasswords>;
