import { figure } from '@accord/shared/manuscript/build';
import type { DocumentJson } from '@accord/shared/manuscript/document';
import { adapting } from './adapting';
import { knowingItWorks } from './knowing-it-works';
import { pitfalls } from './pitfalls';
import { references } from './references';
import { stepByStep } from './step-by-step';
import { whatWeLearned } from './what-we-learned';
import { whoItIsFor } from './who-it-is-for';
import { whyThisMatters } from './why-this-matters';

/** Stores the drawing of the cycle with a chapter. */
export type PlaceCycle = (
  chapterId: string,
) => Promise<{ readonly src: string; readonly width: number; readonly height: number }>;

const CYCLE = {
  alt: 'Four circles in a ring, joined by arrows clockwise, around three pupils: a list (1), a board (2), an eye (3) and two speech bubbles (4).',
  caption:
    'The four phases of a cycle: plan together (1), teach (2), observe (3), reflect (4). Pupils stand in the middle of all four.',
};

/** The guidance tool “Working with schools”, written in full. */
export const workingWithSchools = (
  placeCycle: PlaceCycle,
): { title: string; document: (chapterId: string) => Promise<DocumentJson> }[] => [
  { title: 'Why this matters', document: async () => whyThisMatters() },
  { title: 'Who it is for and how to use it', document: async () => whoItIsFor() },
  { title: 'What we learned from the networks', document: async () => whatWeLearned() },
  {
    title: 'How to do it, step by step',
    document: async (chapterId) =>
      stepByStep(figure({ ...(await placeCycle(chapterId)), alt: CYCLE.alt }, CYCLE.caption)),
  },
  { title: 'Pitfalls', document: async () => pitfalls() },
  { title: 'Adapting it to your country', document: async () => adapting() },
  { title: 'How you will know it works', document: async () => knowingItWorks() },
  { title: 'References and further reading', document: async () => references() },
];
