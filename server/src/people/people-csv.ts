import { Language, Role } from '@accord/shared/access/role';
import { Failure } from '@accord/shared/kernel/failure';
import type { ImportProblem } from '@accord/shared/people/administration';
import { Email, type Partner, PersonName } from '@accord/shared/people/people';
import { parse } from 'csv-parse/sync';

/** A line of a people file that can be taken. */
export interface GoodLine {
  /** From 1, as a text editor counts. */
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly partnerId: string;
  readonly role: Role;
  readonly language: Language | null;
}

export interface BadLine {
  readonly line: number;
  /** The line as it stood in the file. */
  readonly text: string;
  readonly problem: ImportProblem;
  /** The cell that was wrong. */
  readonly value: string;
}

const COLUMNS = ['name', 'email', 'partner', 'role', 'language'] as const;
type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['name', 'email', 'partner', 'role'];

/** How the columns are called, in the partnership's languages. */
const CALLED: Record<Column, readonly string[]> = {
  name: ['name', 'full name', 'nimi', 'nom', 'nome'],
  email: [
    'email',
    'e-mail',
    'mail',
    'e-mail address',
    'sähköposti',
    'courriel',
    'adresse e-mail',
    'e-mail-adresse',
    'posta elettronica',
  ],
  partner: ['partner', 'institution', 'kumppani', 'partenaire', 'partnerin', 'organizzazione'],
  role: ['role', 'rooli', 'rôle', 'rolle', 'ruolo'],
  language: ['language', 'kieli', 'langue', 'sprache', 'lingua'],
};

interface Row {
  readonly line: number;
  readonly text: string;
  /** Null: the quotes do not close. */
  readonly cells: readonly string[] | null;
}

/** The most characters of a faulty line or cell that a report repeats. */
const SHOWN = 300;

/**
 * Reads a list of people: comma, semicolon or tab; a header or none (then name, email, partner, role, language); with
 * or without a byte order mark; cells quoted or not.
 * @throws Failure('invalid-input') when nothing in it can be read as such a list
 */
export function readPeopleCsv(
  csv: string,
  partners: readonly Partner[],
): { good: GoodLine[]; bad: BadLine[] } {
  const rows = readRows(csv);
  const first = rows[0];
  if (!first?.cells)
    throw new Failure('invalid-input', 'The file is empty or not a CSV file.', {
      fields: [{ path: 'csv', message: 'empty' }],
    });
  const header = readHeader(first.cells);
  const order = header ?? COLUMNS;
  const missing = REQUIRED.filter((column) => !order.includes(column));
  if (missing.length > 0) {
    const fields = missing.map((column) => ({ path: 'csv', message: `The column ${column} is missing.` }));
    throw new Failure('invalid-input', `The header lacks ${missing.join(', ')}.`, { fields });
  }
  const good: GoodLine[] = [];
  const bad: BadLine[] = [];
  const seen = new Set<string>();
  for (const row of header ? rows.slice(1) : rows) {
    const result = judge(row, order, partners, seen);
    if ('problem' in result) {
      bad.push({
        line: row.line,
        text: row.text.slice(0, SHOWN),
        problem: result.problem,
        value: result.value.slice(0, SHOWN),
      });
    } else {
      good.push(result);
      seen.add(result.email);
    }
  }
  return { good, bad };
}

function readRows(csv: string): Row[] {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  // Excel may say on the first line which separator it uses.
  const named = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1];
  const start = named === undefined ? 0 : 1;
  const delimiter = named ?? likelyDelimiter(lines.slice(start).find((line) => line.trim() !== '') ?? '');
  const rows: Row[] = [];
  for (let index = start; index < lines.length; index++) {
    const text = lines[index] ?? '';
    let cells = readCells(text, delimiter);
    let taken = text;
    const line = index + 1;
    // A quoted cell may go on over the next lines; where that gives nothing sound, only this line is faulty.
    for (let more = 1; cells === null && more <= 2 && index + more < lines.length; more++) {
      const joined = lines.slice(index, index + more + 1).join('\n');
      const tried = readCells(joined, delimiter);
      if (tried === null || (rows[0]?.cells && tried.length !== rows[0].cells.length)) continue;
      cells = tried;
      taken = joined;
      index += more;
    }
    if (cells === null || cells.some((cell) => cell !== '')) rows.push({ line, text: taken, cells });
  }
  return rows;
}

function likelyDelimiter(line: string): string {
  const unquoted = line.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  return [';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
}

function readCells(text: string, delimiter: string): string[] | null {
  try {
    const records = parse(text, { delimiter, trim: true, relax_column_count: true, record_delimiter: [] });
    return (records[0] ?? []).map((cell) => cell.replace(/\s+/g, ' ').trim());
  } catch {
    return null; // quotes that do not close, or stand where none can: the caller reports the line
  }
}

/** The columns in the order of a header, or null when the first line is no header. */
function readHeader(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map(
    (cell) =>
      COLUMNS.find((column) => CALLED[column].includes(cell.toLowerCase().replace(/\s*\(.*\)$/, ''))) ?? null,
  );
  return columns.some((column) => column !== null) && !cells.some((cell) => cell.includes('@'))
    ? columns
    : null;
}

function judge(
  { line, cells }: Row,
  order: readonly (Column | null)[],
  partners: readonly Partner[],
  seen: ReadonlySet<string>,
): GoodLine | { problem: ImportProblem; value: string } {
  if (cells === null) return { problem: 'quotes-unbalanced', value: '' };
  const surplus = cells.slice(order.length).find((cell) => cell !== '');
  const fewest = Math.max(...REQUIRED.map((column) => order.indexOf(column))) + 1;
  if (surplus !== undefined || cells.length < fewest)
    return { problem: 'wrong-number-of-columns', value: String(cells.length) };
  const cell = (column: Column) => cells[order.indexOf(column)] ?? '';

  const name = PersonName.safeParse(cell('name'));
  if (!name.success) return { problem: 'name-missing', value: cell('name') };
  const email = Email.safeParse(cell('email'));
  if (!email.success) return { problem: 'email-invalid', value: cell('email') };
  if (seen.has(email.data)) return { problem: 'email-twice-in-file', value: email.data };
  const wanted = cell('partner').toLowerCase();
  const partner = partners.find(
    (each) => each.shortName.toLowerCase() === wanted || each.name.toLowerCase() === wanted,
  );
  if (!partner) return { problem: 'partner-unknown', value: cell('partner') };
  const role = Role.safeParse(cell('role').toLowerCase());
  if (!role.success) return { problem: 'role-unknown', value: cell('role') };
  const language = Language.nullable().safeParse(cell('language').toLowerCase() || null);
  if (!language.success || (role.data === 'translator' && language.data === null)) {
    return { problem: 'language-unknown', value: cell('language') };
  }
  return {
    line,
    name: name.data,
    email: email.data,
    partnerId: partner.id,
    role: role.data,
    language: language.data,
  };
}
