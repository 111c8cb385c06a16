import type { Language } from '@accord/shared/access/role';
import type { PersonCard } from '@accord/shared/people/people';
import type { Comparison } from '@accord/shared/versions/comparison-model';
import { createContext, use } from 'react';
import type { Wording } from './wording';

/** What every row of a comparison needs to be drawn. */
export interface Reading {
  readonly language: Language;
  readonly notes: Comparison['noteNumbers'];
  readonly personOf: (id: string | null) => PersonCard | undefined;
  readonly wording: Wording;
  /** Goes to another row. */
  readonly goTo: (rowId: string) => void;
}

export const ReadingContext = createContext<Reading | null>(null);

export function useReading(): Reading {
  const reading = use(ReadingContext);
  if (!reading) throw new Error('there is no comparison around this component');
  return reading;
}

/** Which of the two texts is drawn: one of them, or both in one. */
export type Side = 'before' | 'after' | 'both';
