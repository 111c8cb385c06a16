import type { Country } from '@accord/shared/access/role';
import type { OutputKind } from '@accord/shared/outputs/outputs';

/** An output the partnership has promised. */
export interface PlannedOutput {
  readonly kind: OutputKind;
  readonly title: string;
  readonly issue: number | null;
  readonly coordinatorCountry: Country;
}

/** The five cross-cutting issues. Who coordinates which is not on record: a sample, which administrators may change. */
const ISSUES: readonly { title: string; country: Country }[] = [
  { title: 'Working with schools', country: 'FI' },
  { title: 'Working with the scientific community', country: 'FR' },
  { title: 'Working with employers', country: 'GB' },
  { title: 'Quality assurance and evidence-based impact evaluation', country: 'DE' },
  { title: 'Building comprehensive partnerships and alliances', country: 'IT' },
];

/** Everything the partnership makes, in order. Editions in the other languages are localised copies of these. */
export const PLANNED_OUTPUTS: readonly PlannedOutput[] = [
  {
    kind: 'study',
    title: 'Innovative practices in professional development for inquiry-based STEM teaching',
    issue: null,
    coordinatorCountry: 'FR',
  },
  {
    kind: 'executive-summary',
    title: 'Innovative practices: executive summary',
    issue: null,
    coordinatorCountry: 'FR',
  },
  ...ISSUES.flatMap(({ title, country }, index): PlannedOutput[] => [
    { kind: 'guidance-tool', title, issue: index + 1, coordinatorCountry: country },
    { kind: 'brochure', title: `${title}: brochure`, issue: index + 1, coordinatorCountry: country },
  ]),
];
