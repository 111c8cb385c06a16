import fc from 'fast-check';

const { ACCORD_SEED = '0' } = process.env;

/**
 * What generated cases begin with. They are the same in every run, so that a run that fails tells of the change and not of
 * its luck; `ACCORD_SEED=<number>` looks at others, `ACCORD_SEED=random` at new ones each time. What fails prints its seed.
 */
export const FIRST_SEED =
  ACCORD_SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number.parseInt(ACCORD_SEED, 10);

fc.configureGlobal({ seed: FIRST_SEED });
