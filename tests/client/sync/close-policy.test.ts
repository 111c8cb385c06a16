import {
  CLOSE_POLICY,
  policyOfRejection,
  reasonOfClose,
  reasonOfRejection,
} from '@accord/client/sync/close-policy';
import { CLOSE, type CloseReason } from '@accord/shared/sync/wire';
import { describe, expect, it } from 'vitest';

describe('what a refusal asks of the client', () => {
  it('[U5] every close code of the wire has its reason, and every reason its policy', () => {
    for (const [reason, code] of Object.entries(CLOSE)) {
      expect(reasonOfClose(code)).toBe(reason);
      expect(CLOSE_POLICY[reason as CloseReason]).toBeDefined();
    }
  });

  it('[U5] a 44xx code of a newer server is not taken for a passing fault; other codes are', () => {
    expect(reasonOfClose(4499)).toBe('malformed');
    expect([1001, 1006, 1011, 1013, 4500].map(reasonOfClose)).toEqual([null, null, null, null, null]);
    expect(reasonOfRejection('of-tomorrow')).toBe('malformed');
    expect(reasonOfRejection('toString')).toBe('malformed');
  });

  it('[U4] a server that can’t take words now never makes them be put aside', () => {
    for (const reason of ['read-only-storage', 'document-unreadable', 'too-many-requests'] as const) {
      expect([CLOSE_POLICY[reason], policyOfRejection(reason)]).toEqual(['wait', 'wait']);
    }
  });

  it('[P2] being no longer allowed to write leaves the right to read to be judged anew', () => {
    expect(policyOfRejection('not-allowed')).toBe('set-aside');
    expect(CLOSE_POLICY['not-allowed']).toBe('set-aside-and-stop');
  });
});
