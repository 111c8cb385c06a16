import { initialsOf } from '@accord/client/ui/avatar';
import { describe, expect, it } from 'vitest';

describe('initials', () => {
  it('are the first letters of the first and the last name', () => {
    expect(initialsOf('Aino Maria Virtanen')).toBe('AV');
    expect(initialsOf('Émile Ørsted')).toBe('ÉØ');
  });

  it('are one letter of a single name, and nothing of none', () => {
    expect(initialsOf('Plato')).toBe('P');
    expect(initialsOf('  ')).toBe('');
  });
});
