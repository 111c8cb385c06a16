import type { NodeJson } from '@accord/shared/manuscript/document';
import { CALLOUT_KINDS } from '@accord/shared/manuscript/safe';
import type {
  AuthoredPiece,
  BlockName,
  Comparison,
  Fact,
  Row,
  TableRow,
  Tally,
} from '@accord/shared/versions/comparison-model';
import type { TFunction } from 'i18next';
import type { Catalogue } from '../i18n/catalogue';
import type { Formats } from '../i18n/formats';

/** Puts what a comparison found into sentences, in the language of the page. */
export interface Wording {
  /** One sentence about the whole. */
  readonly summary: (summary: readonly Tally[]) => string;
  /** What happened to a block besides its words, each a short line; `[]` where the words say it all. */
  readonly facts: (row: Row) => string[];
  /** All that happened to a block, its words too, on one line: to be read aloud. */
  readonly line: (row: Row) => string;
}

export function createWording(
  t: TFunction,
  formats: Pick<Formats, 'list'>,
  numbers: Comparison['noteNumbers'],
): Wording {
  const blockOf = ({ type, level }: BlockName): string => {
    if (type === 'heading' && level !== null) return t(($) => $.suggestions.headingLevel, { level });
    return t(($) => $.suggestions.blocks[(type in BLOCKS ? type : 'paragraph') as BlockWord]);
  };
  const containerOf = (type: string) => blockOf({ type, level: null });
  const calloutOf = (kind: string) => {
    const known = CALLOUT_KINDS.find((one) => one === kind) ?? 'note';
    return t(($) => $.editor.callouts[known]);
  };
  const marksOf = (marks: readonly string[]) =>
    capital(
      formats.list(
        marks.map((mark) => (mark in MARKS ? t(($) => $.suggestions.marks[mark as MarkWord]) : mark)),
      ),
    );
  const widthOf = (count: number | null) =>
    count === null ? t(($) => $.comparison.facts.noWidth) : t(($) => $.comparison.facts.pixels, { count });
  const quoted = (words: string) => shortened(words, QUOTED);

  function factLines(fact: Fact): string[] {
    switch (fact.kind) {
      case 'type':
        return [
          t(($) => $.comparison.facts.became, { before: blockOf(fact.before), after: blockOf(fact.after) }),
        ];
      case 'split':
      case 'merged':
        return [t(($) => $.comparison.facts[fact.kind], { count: fact.count })];
      case 'moved':
        return [moved(fact)];
      case 'copied':
        return [t(($) => $.comparison.facts.copied, { words: fact.of })];
      case 'marks': {
        const words = quoted(fact.words);
        return [
          ...(fact.on.length > 0
            ? [t(($) => $.comparison.facts.marksOn, { marks: marksOf(fact.on), words })]
            : []),
          ...(fact.off.length > 0
            ? [t(($) => $.comparison.facts.marksOff, { marks: marksOf(fact.off), words })]
            : []),
        ];
      }
      case 'link':
        return [linked(fact)];
      case 'list-level': {
        const { before, after } = fact;
        return [
          t(($) => $.comparison.facts[after > before ? 'listDeeper' : 'listHigher'], { before, after }),
        ];
      }
      case 'list-kind':
        return [
          t(($) => $.comparison.facts.became, {
            before: containerOf(fact.before),
            after: containerOf(fact.after),
          }),
        ];
      case 'list-start':
        return [t(($) => $.comparison.facts.listStart, { before: fact.before, after: fact.after })];
      case 'task':
        return [t(($) => $.comparison.facts[fact.done ? 'taskDone' : 'taskOpen'])];
      case 'put-into':
        return [t(($) => $.comparison.facts.putInto, { container: containerOf(fact.container) })];
      case 'taken-out':
        return [t(($) => $.comparison.facts.takenOut, { container: containerOf(fact.container) })];
      case 'callout-kind':
        return [
          t(($) => $.comparison.facts.calloutKind, {
            before: calloutOf(fact.before),
            after: calloutOf(fact.after),
          }),
        ];
      case 'parted':
      case 'joined':
        return [t(($) => $.comparison.facts[fact.kind], { container: containerOf(fact.container) })];
      case 'image':
        return [t(($) => $.comparison.facts.image)];
      case 'image-size':
        return [t(($) => $.comparison.facts.imageSize)];
      case 'alt':
        return [described(fact)];
      case 'decorative':
        return fact.now
          ? [t(($) => $.comparison.facts.decorative)]
          : [
              t(($) => $.comparison.facts.notDecorative),
              ...(fact.alt === null ? [] : [t(($) => $.comparison.facts.altOn, { after: fact.alt })]),
            ];
      case 'caption':
        return [t(($) => $.comparison.facts.caption)];
      case 'note-mark': {
        const known = fact.change === 'added' ? numbers.after : numbers.before;
        const number = String(known[fact.noteId ?? ''] ?? '*');
        return [
          t(($) => $.comparison.facts[fact.change === 'added' ? 'noteAdded' : 'noteRemoved'], { number }),
        ];
      }
      case 'note-target':
        return [t(($) => $.comparison.facts.noteTarget)];
      case 'code-language': {
        const named = (language: string | null) => language ?? t(($) => $.comparison.facts.noLanguage);
        return [
          t(($) => $.comparison.facts.codeLanguage, { before: named(fact.before), after: named(fact.after) }),
        ];
      }
      case 'column-width':
        return [
          t(($) => $.comparison.facts.columnWidth, {
            column: fact.column,
            before: widthOf(fact.before),
            after: widthOf(fact.after),
          }),
        ];
      case 'header-row':
        return [t(($) => $.comparison.facts[fact.now ? 'headerRowOn' : 'headerRowOff'])];
      case 'header-column':
        return [t(($) => $.comparison.facts[fact.now ? 'headerColumnOn' : 'headerColumnOff'])];
      case 'header-cells':
      case 'cells-merged':
      case 'cells-parted':
        return [t(($) => $.comparison.facts[fact.kind], { count: fact.count })];
      case 'unshown':
        return [t(($) => $.comparison.facts.unshown)];
      default:
        return [capital(t(($) => $.comparison.summary[fact.kind], { count: fact.count }))];
    }
  }

  function moved({ behind, run }: Extract<Fact, { kind: 'moved' }>): string {
    if (run > 1)
      return behind === null
        ? t(($) => $.comparison.facts.movedSeveralFromStart, { count: run })
        : t(($) => $.comparison.facts.movedSeveral, { count: run, words: behind });
    return behind === null
      ? t(($) => $.comparison.facts.movedFromStart)
      : t(($) => $.comparison.facts.moved, { words: behind });
  }

  function linked({ before, after, words: all }: Extract<Fact, { kind: 'link' }>): string {
    const words = quoted(all);
    if (before === null) return t(($) => $.comparison.facts.linkOn, { words, address: after ?? '' });
    if (after === null) return t(($) => $.comparison.facts.linkOff, { words, address: before });
    return t(($) => $.comparison.facts.linkChanged, { words, before, after });
  }

  function described({ before, after }: Extract<Fact, { kind: 'alt' }>): string {
    if (before === null) return t(($) => $.comparison.facts.altOn, { after: after ?? '' });
    if (after === null) return t(($) => $.comparison.facts.altOff, { before });
    return t(($) => $.comparison.facts.alt, { before, after });
  }

  function facts(row: Row): string[] {
    if (row.kind === 'moved-away') {
      const { count, excerpt } = row;
      return count > 1
        ? [t(($) => $.comparison.facts.movedAwaySeveral, { count, words: excerpt })]
        : [t(($) => $.comparison.facts.movedAway, { words: excerpt })];
    }
    const lines: string[] = [];
    const look = row.after[0] ?? row.before[0];
    if (look && row.fate === 'added')
      lines.push(t(($) => $.comparison.facts.added, { block: blockOf(look) }));
    if (look && row.fate === 'removed')
      lines.push(t(($) => $.comparison.facts.removed, { block: blockOf(look) }));
    if (row.moved && !row.facts.some(({ kind }) => kind === 'moved'))
      lines.push(t(($) => $.comparison.facts.movedAlong));
    lines.push(...row.facts.flatMap(factLines));
    const cells = row.kind === 'table' ? row.cells.filter(({ fate }) => fate === 'changed').length : 0;
    if (cells > 0) lines.push(t(($) => $.comparison.summary['cells-changed'], { count: cells }));
    return lines;
  }

  /** The words that came and went, a replacement as one. */
  function words(pieces: readonly AuthoredPiece[]): string[] {
    return hunksOf(pieces).flatMap(({ before, after }) => {
      const [old, now] = [quoted(before), quoted(after)];
      if (old !== '' && now !== '')
        return [t(($) => $.comparison.words.replaced, { before: old, after: now })];
      if (now !== '') return [t(($) => $.comparison.words.inserted, { words: now })];
      return old === '' ? [] : [t(($) => $.comparison.words.deleted, { words: old })];
    });
  }

  function inside(row: TableRow): string[] {
    return row.cells.flatMap(({ fate, rows }) =>
      fate === 'changed' ? rows.flatMap((each) => (each.kind === 'text' ? words(each.pieces) : [])) : [],
    );
  }

  return {
    facts,
    summary: (summary) =>
      summary.length === 0
        ? t(($) => $.comparison.same)
        : `${capital(formats.list(summary.map(({ kind, count }) => t(($) => $.comparison.summary[kind], { count }))))}.`,
    line(row) {
      const all = row.kind === 'moved-away' ? [] : row.kind === 'table' ? inside(row) : words(row.pieces);
      const shown = all.slice(0, MOST_SAID);
      const more = all.length - shown.length;
      const told = [
        ...facts(row),
        ...shown,
        ...(more > 0 ? [t(($) => $.comparison.words.more, { count: more })] : []),
      ];
      if (told.length > 0 || row.kind === 'moved-away' || row.fate === 'unchanged') return told.join('. ');
      return row.kind === 'table'
        ? capital(t(($) => $.comparison.summary['table-changed'], { count: 1 }))
        : t(($) => $.comparison.facts.words);
    },
  };
}

type BlockWord = keyof Catalogue['suggestions']['blocks'];
type MarkWord = keyof Catalogue['suggestions']['marks'];

const BLOCKS: Record<BlockWord, true> = {
  paragraph: true,
  heading: true,
  bulletList: true,
  orderedList: true,
  listItem: true,
  taskList: true,
  taskItem: true,
  blockquote: true,
  callout: true,
  table: true,
  tableRow: true,
  tableHeader: true,
  tableCell: true,
  figure: true,
  footnote: true,
  codeBlock: true,
  horizontalRule: true,
};
const MARKS: Record<MarkWord, true> = {
  bold: true,
  italic: true,
  underline: true,
  strike: true,
  superscript: true,
  subscript: true,
  code: true,
  link: true,
};

/** How many changes of one block are read aloud, and how much of each. */
const MOST_SAID = 3;
const QUOTED = 80;

function shortened(text: string, most: number): string {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return trimmed.length > most ? `${trimmed.slice(0, most)}…` : trimmed;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const textOf = (content: readonly NodeJson[]): string => content.map(({ text }) => text ?? ' ').join('');

/** What was put in the place of what. */
function hunksOf(pieces: readonly AuthoredPiece[]): { before: string; after: string }[] {
  const hunks: { before: string; after: string }[] = [];
  let open: { before: string; after: string } | null = null;
  for (const piece of pieces) {
    if (piece.kind !== 'inserted' && piece.kind !== 'deleted') {
      open = null;
      continue;
    }
    if (!open) {
      open = { before: '', after: '' };
      hunks.push(open);
    }
    open[piece.kind === 'inserted' ? 'after' : 'before'] += textOf(piece.content);
  }
  return hunks;
}
