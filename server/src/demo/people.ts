import type { Country, Grant, Language, Role } from '@accord/shared/access/role';

/** Everybody in the demo signs in with this. */
export const DEMO_PASSWORD = 'accord-demo-2026';

/** Somebody to sign in as. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly country: Country;
  readonly administrator?: boolean;
  /** Role on every output; leads coordinate those of their country besides. */
  readonly role: Role | null;
  /** A translator's. */
  readonly language?: Language;
  readonly lead?: boolean;
}

const at = (name: string): string => `${name}@demo.example`;

const team = (
  prefix: string,
  country: Country,
  names: { lead: string; author: string; reviewer: string },
): DemoPerson[] => [
  { email: at(`${prefix}.lead`), name: names.lead, country, role: 'author', lead: true },
  { email: at(`${prefix}.author`), name: names.author, country, role: 'author' },
  { email: at(`${prefix}.reviewer`), name: names.reviewer, country, role: 'reviewer' },
];

const translator = (language: Language, country: Country, name: string): DemoPerson => ({
  email: at(`${language}.translator`),
  name,
  country,
  role: 'translator',
  language,
});

/** The people of the demo, invented. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { email: at('admin'), name: 'Camille Aubert', country: 'FR', administrator: true, role: null },
  ...team('fr', 'FR', { lead: 'Hélène Marchand', author: 'Julien Roche', reviewer: 'Nadia Benali' }),
  ...team('fi', 'FI', { lead: 'Aino Korhonen', author: 'Mikko Laine', reviewer: 'Sanna Nieminen' }),
  ...team('de', 'DE', { lead: 'Katrin Vogel', author: 'Jonas Brandt', reviewer: 'Miriam Seidel' }),
  ...team('it', 'IT', { lead: 'Giulia Ferrari', author: 'Marco Bianchi', reviewer: 'Elena Ricci' }),
  ...team('uk', 'GB', { lead: 'Fiona Walsh', author: 'David Okafor', reviewer: 'Priya Shah' }),
  translator('fr', 'FR', 'Claire Fontaine'),
  translator('fi', 'FI', 'Elina Virtanen'),
  translator('de', 'DE', 'Lena Hoffmann'),
  translator('it', 'IT', 'Paolo Conti'),
  { email: at('reader'), name: 'Robin Keller', country: 'DE', role: 'reader' },
];

/** A person's grants, once it is known which outputs their country coordinates. */
export function grantsOf(person: DemoPerson, coordinated: readonly string[]): Grant[] {
  const everywhere = { outputId: null, chapterId: null };
  const grants: Grant[] = [];
  if (person.role) grants.push({ ...everywhere, role: person.role, language: person.language ?? null });
  if (person.lead) {
    for (const outputId of coordinated) {
      grants.push({ role: 'coordinator', outputId, chapterId: null, language: null });
    }
  }
  return grants;
}

/** Who can sign in, as lines to print. */
export const demoPeopleLines = (): string[] => [
  `Everybody's password is ${DEMO_PASSWORD}`,
  ...DEMO_PEOPLE.map(({ email, name, administrator, lead, role, language }) => {
    const what = administrator ? 'administrator' : lead ? 'coordinator' : role;
    return `  ${email.padEnd(28)} ${name}, ${what}${language ? ` (${language})` : ''}`;
  }),
];
