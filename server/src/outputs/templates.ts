import { bold, bullets, callout, document, heading, paragraph } from '@accord/shared/manuscript/build';
import type { DocumentJson } from '@accord/shared/manuscript/document';
import type { OutputKind } from '@accord/shared/outputs/outputs';

/** A chapter as a template has it: what it is for, and the questions its text should answer, section by section. */
interface Outline {
  readonly title: string;
  readonly purpose: string;
  readonly questions: readonly string[];
  readonly sections: readonly string[];
}

const GUIDANCE_TOOL: readonly Outline[] = [
  {
    title: 'Why this matters',
    purpose: 'Give a busy reader the reasons to go on, on one page.',
    questions: [
      'What goes wrong in teachers’ professional development when this is missing?',
      'What changes for teachers, and for pupils, when it is there?',
      'Which evidence and which voices from the networks support it?',
    ],
    sections: ['The problem', 'What is gained', 'The evidence in brief'],
  },
  {
    title: 'Who it is for and how to use it',
    purpose: 'Let every reader find their own way through the tool within a minute.',
    questions: [
      'Who decides, who organises, who teaches: what does each find here?',
      'What must a reader already know or have?',
      'Which chapters can be read alone?',
    ],
    sections: ['Readers', 'How to use this tool', 'Words we use'],
  },
  {
    title: 'What we learned from the networks',
    purpose:
      'Show practices as they were, with their country and context, so that others can judge what fits them.',
    questions: [
      'Who did what, where, with whom, for how long and at what cost?',
      'Under which conditions did it work, and what did not work?',
      'What do practices from different countries have in common?',
    ],
    sections: ['How the practices were gathered', 'Practices', 'What they have in common'],
  },
  {
    title: 'How to do it, step by step',
    purpose: 'Lead an organiser from the first idea to a programme that runs.',
    questions: [
      'What is done first, by whom, and how long does it take?',
      'What does each step leave behind: an agreement, a plan, a list?',
      'How does one see that a step is done well enough to go on?',
    ],
    sections: ['Before you start', 'The steps', 'A calendar', 'Checklist'],
  },
  {
    title: 'Pitfalls',
    purpose: 'Spare others the mistakes that were made already.',
    questions: [
      'What went wrong, and how was it noticed?',
      'What helped, and what would have prevented it?',
      'Which early signs should make an organiser stop and think?',
    ],
    sections: ['What goes wrong most often', 'Early signs and remedies'],
  },
  {
    title: 'Adapting it to your country',
    purpose: 'Help partners keep what carries the idea and change what has to change.',
    questions: [
      'Who decides about teachers’ professional development in your country, and who pays?',
      'What must stay as it is for the idea to work, and what may change?',
      'Which rules, calendars and habits have to be respected?',
    ],
    sections: ['What to keep and what to change', 'Questions to settle', 'Country notes'],
  },
  {
    title: 'How you will know it works',
    purpose: 'Make it possible to tell success from good intentions.',
    questions: [
      'Which change is expected: in what teachers know, what they do, what pupils learn?',
      'What can be observed or measured with the means at hand, and when?',
      'How do the results lead to a better programme?',
    ],
    sections: ['What to look at', 'Ways to find out', 'Using what you find'],
  },
  {
    title: 'References and further reading',
    purpose: 'Let readers check what is said and read on.',
    questions: [
      'Can every claim of the tool be traced to a source?',
      'Which few texts would you give to a colleague, in which language?',
    ],
    sections: ['References', 'Further reading'],
  },
];

const STUDY: readonly Outline[] = [
  {
    title: 'Context and questions',
    purpose: 'Say what the study wants to find out, and why now.',
    questions: [
      'Where does inquiry-based STEM teaching stand in the five countries?',
      'Which questions does the study answer, and which not?',
    ],
    sections: ['Inquiry-based STEM teaching in the five countries', 'Questions of the study'],
  },
  {
    title: 'How the study was made',
    purpose: 'Let readers judge how far the findings carry.',
    questions: [
      'Which programmes and providers were asked, and how were they chosen?',
      'By which criteria was a practice called innovative, or best?',
      'Where are the limits of the material?',
    ],
    sections: ['Providers and programmes', 'Criteria', 'Limits'],
  },
  {
    title: 'Practices by cross-cutting issue',
    purpose: 'Describe the practices so that they can be compared.',
    questions: [
      'What is done with schools, scientists and employers; how is quality assured; how do partnerships grow?',
      'What is new about each practice, and what shows that it works?',
    ],
    sections: [
      'Working with schools',
      'Working with the scientific community',
      'Working with employers',
      'Quality assurance and evidence-based impact evaluation',
      'Building comprehensive partnerships and alliances',
    ],
  },
  {
    title: 'Country portraits',
    purpose: 'Give each practice its ground: the system it grew in.',
    questions: [
      'How is teachers’ professional development organised, paid for and recognised in the country?',
    ],
    sections: ['Finland', 'France', 'Germany', 'Italy', 'United Kingdom'],
  },
  {
    title: 'What the practices have in common',
    purpose: 'Find what travels from one country to another.',
    questions: [
      'Which features return in all countries, and which depend on one system?',
      'Where do the findings agree with research, and where do they not?',
    ],
    sections: ['Common features', 'Differences that matter'],
  },
  {
    title: 'Recommendations',
    purpose: 'Tell each audience what it can do next.',
    questions: [
      'What follows for providers, for governments, for employers, for scientists, for the European Commission?',
    ],
    sections: [
      'For CPD providers',
      'For local and national governments',
      'For employers',
      'For the scientific community',
    ],
  },
  {
    title: 'References',
    purpose: 'Let readers check what is said.',
    questions: ['Can every finding be traced to a programme or a source?'],
    sections: [],
  },
];

const BROCHURE: readonly Outline[] = [
  {
    title: 'In brief',
    purpose: 'Say the one thing a reader should remember.',
    questions: ['What would you tell a minister in the lift?', 'What is the reader asked to do?'],
    sections: [],
  },
  {
    title: 'Why it matters to you',
    purpose: 'Speak to each audience in two sentences.',
    questions: ['What do providers, governments, employers and scientists each gain?'],
    sections: [],
  },
  {
    title: 'What works',
    purpose: 'Show three practices a reader can picture.',
    questions: ['Who did what, where, and what came of it?', 'Which figure or voice makes it credible?'],
    sections: [
      'A practice from a school',
      'A practice from a region',
      'A practice from a national programme',
    ],
  },
  {
    title: 'First steps',
    purpose: 'Make starting easy.',
    questions: ['What can be done within a month, without new money?'],
    sections: [],
  },
  {
    title: 'Where to read more and whom to ask',
    purpose: 'Lead on to the guidance tool and to people.',
    questions: ['Which pages of the guidance tool come first?', 'Who answers questions in each country?'],
    sections: [],
  },
];

const EXECUTIVE_SUMMARY: readonly Outline[] = [
  {
    title: 'Key messages',
    purpose: 'Five sentences that stand without the rest.',
    questions: ['What was found, why does it matter, what should happen now?'],
    sections: [],
  },
  {
    title: 'Background',
    purpose: 'Just enough to understand the findings.',
    questions: ['What was studied, by whom, where and when?'],
    sections: [],
  },
  {
    title: 'Findings',
    purpose: 'One paragraph for each cross-cutting issue.',
    questions: ['What is the finding, on what does it rest, how sure is it?'],
    sections: [],
  },
  {
    title: 'Recommendations',
    purpose: 'One paragraph for each audience.',
    questions: ['Who should do what, and by when?'],
    sections: [],
  },
];

const TEMPLATES: Record<OutputKind, readonly Outline[]> = {
  'guidance-tool': GUIDANCE_TOOL,
  study: STUDY,
  brochure: BROCHURE,
  'executive-summary': EXECUTIVE_SUMMARY,
};

/** A new chapter's first content: never quite empty, so that there is a block with an id to write in (U2). */
export const emptyDocument = (): DocumentJson => document(paragraph());

/** The chapters of a kind of output, each with headings and guiding questions; fresh block ids at every call. */
export function templateOf(kind: OutputKind): { title: string; document: DocumentJson }[] {
  return TEMPLATES[kind].map(({ title, purpose, questions, sections }) => ({
    title,
    document: document(
      callout('note', paragraph([bold(purpose)]), bullets(...questions)),
      ...(sections.length > 0
        ? sections.flatMap((section) => [heading(2, section), paragraph()])
        : [paragraph()]),
    ),
  }));
}
