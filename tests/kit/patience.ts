import { vi } from 'vitest';

/** Well under the time a test may take. */
const PATIENCE_MS = 20_000;

const { waitFor } = vi;
/**
 * Waits as long as it takes: what is waited for may be fetched when it is first shown, and vitest's own second is short for
 * that on a busy computer. A test fails when what it waits for never comes, not when it comes late.
 */
vi.waitFor = (check, options = PATIENCE_MS) => waitFor(check, options);
