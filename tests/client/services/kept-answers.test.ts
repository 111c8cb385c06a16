// @vitest-environment jsdom
import { keepAnswers, restoreAnswers } from '@accord/client/services/kept-answers';
import { createQueryClient } from '@accord/client/services/query-client';
import { beforeEach, describe, expect, it } from 'vitest';

const SESSION = ['/api/session', '/api/session'];
const OUTPUTS = ['/api/outputs', '/api/outputs'];

beforeEach(() => localStorage.clear());

/** A page that hears these answers and is left. */
function page(answers: [key: string[], data: unknown][]): void {
  const queries = createQueryClient(() => undefined);
  const stop = keepAnswers(queries, localStorage);
  for (const [key, data] of answers) queries.setQueryData(key, data);
  stop();
}

function reopened() {
  const queries = createQueryClient(() => undefined);
  restoreAnswers(queries, localStorage);
  return queries;
}

describe('answers kept on the device', () => {
  it('[U4] are at hand when the page is opened again, and asked for anew however young they are', () => {
    page([
      [SESSION, { id: 'aino' }],
      [OUTPUTS, ['one']],
    ]);
    const queries = reopened();
    expect(queries.getQueryData(SESSION)).toEqual({ id: 'aino' });
    expect(queries.getQueryData(OUTPUTS)).toEqual(['one']);
    expect(queries.getQueryState(SESSION)?.dataUpdatedAt).toBe(0);
  });

  it('[P5] go when somebody else has signed in', () => {
    page([
      [SESSION, { id: 'aino' }],
      [OUTPUTS, ['Aino’s']],
    ]);
    page([[SESSION, { id: 'klara' }]]);
    const queries = reopened();
    expect(queries.getQueryData(SESSION)).toEqual({ id: 'klara' });
    expect(queries.getQueryData(OUTPUTS)).toBeUndefined();
  });
});
