import fc from 'fast-check';

/**
 * Generated cases are the same in every run, so that a run that fails tells of the change and not of its luck.
 * `ACCORD_SEED=<number>` looks at other cases, `ACCORD_SEED=random` at new ones each time; what fails prints its seed.
 */
const { ACCORD_SEED = '20261124' } = process.env;
if (ACCORD_SEED !== 'random') fc.configureGlobal({ seed: Number.parseInt(ACCORD_SEED, 10) });
