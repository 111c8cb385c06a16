import { type Description, describeSuggestion } from '@accord/shared/suggestions/describe';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../i18n/catalogue';
import { useFormats } from '../i18n/formats';

/** What a suggestion proposes, in words. */
export interface Phrase {
  readonly kind: Description['kind'];
  /** "Replace", "Paragraph → Heading 2". */
  readonly title: string;
  /** Words that go, and words that come; empty: none. */
  readonly before: string;
  readonly after: string;
  /** Beginning of the text it is about, where no words change. */
  readonly quote: string;
  /** All of it on one line, for screen readers. */
  readonly line: string;
}

type BlockName = keyof Catalogue['suggestions']['blocks'];
type MarkName = keyof Catalogue['suggestions']['marks'];
type AttributeName = keyof Catalogue['suggestions']['attributes'];

/** Puts suggestions into words, in the language of the page. */
export function usePhrases(): (operations: readonly Operation[]) => Phrase {
  const { t } = useTranslation();
  const formats = useFormats();
  return useCallback(
    (operations) => {
      const facts = describeSuggestion(operations);
      const { kind, count, before, after } = facts;
      const block = (type: string | null, level?: unknown): string => {
        const name = (type ?? 'paragraph') as BlockName;
        if (name === 'heading' && typeof level === 'number')
          return t(($) => $.suggestions.headingLevel, { level });
        return t(($) => $.suggestions.blocks[name]);
      };
      const title = (): string => {
        switch (kind) {
          case 'format': {
            const marks = (list: Description['marksOn'], on: boolean) =>
              list.map(({ type, attrs }) => {
                if (on && type === 'link' && typeof attrs?.href === 'string')
                  return t(($) => $.suggestions.linkTo, { address: attrs.href });
                const name = t(($) => $.suggestions.marks[type as MarkName]);
                return on ? name : t(($) => $.suggestions.markOff, { name });
              });
            return t(($) => $.suggestions.kinds.format, {
              what: formats.list([...marks(facts.marksOn, true), ...marks(facts.marksOff, false)]),
            });
          }
          case 'retype': {
            const level = (side: 'before' | 'after') =>
              facts.attributes.find(({ name }) => name === 'level')?.[side];
            return t(($) => $.suggestions.kinds.retype, {
              from: block(facts.blockType, level('before')),
              to: block(facts.toType, level('after')),
            });
          }
          case 'attributes': {
            const [first] = facts.attributes;
            if (first?.name === 'level')
              return t(($) => $.suggestions.kinds.retype, {
                from: block('heading', first.before),
                to: block('heading', first.after),
              });
            const swapped = facts.attributes.some(({ name }) => name === 'src');
            const known = facts.attributes.flatMap(({ name }) =>
              name in ATTRIBUTES && !(swapped && name === 'width')
                ? [t(($) => $.suggestions.attributes[name as AttributeName])]
                : [],
            );
            return known.length > 0
              ? t(($) => $.suggestions.kinds.attributes, { what: formats.list([...new Set(known)]) })
              : t(($) => $.suggestions.kinds.settings, { block: block(facts.blockType) });
          }
          case 'add-blocks':
          case 'remove-blocks':
          case 'move-blocks':
            return count === 1 && facts.blockType !== null
              ? t(($) => $.suggestions.kinds[`${kind}-one`], { block: block(facts.blockType) })
              : t(($) => $.suggestions.kinds[kind], { count });
          case 'replace-blocks':
            return facts.toType !== null && facts.toType !== facts.blockType
              ? t(($) => $.suggestions.kinds.retype, {
                  from: block(facts.blockType),
                  to: block(facts.toType),
                })
              : t(($) => $.suggestions.kinds.replace);
          case 'add-rows':
          case 'remove-rows':
          case 'add-columns':
          case 'remove-columns':
            return t(($) => $.suggestions.kinds[kind], { count });
          case 'several':
            return t(($) => $.suggestions.kinds.several, { count });
          default:
            return t(($) => $.suggestions.kinds[kind]);
        }
      };
      const { shownBefore, shownAfter } = wordsShown(facts);
      const quote = ABOUT.has(kind) && shownBefore === '' && shownAfter === '' ? before : '';
      const named = title();
      const quoted = [
        ...(shownBefore === '' ? [] : [t(($) => $.suggestions.quoted, { words: short(shownBefore) })]),
        ...(shownAfter === '' ? [] : [t(($) => $.suggestions.quoted, { words: short(shownAfter) })]),
        ...(quote === '' ? [] : [t(($) => $.suggestions.quoted, { words: short(quote) })]),
      ];
      return {
        kind,
        title: named,
        before: shownBefore,
        after: shownAfter,
        quote,
        line: quoted.length > 0 ? `${named}: ${quoted.join(' → ')}` : named,
      };

      function wordsShown({ attributes }: Description) {
        const alt = kind === 'attributes' ? attributes.find(({ name }) => name === 'alt') : undefined;
        if (alt) return { shownBefore: String(alt.before ?? ''), shownAfter: String(alt.after ?? '') };
        if (NO_WORDS.has(kind)) return { shownBefore: '', shownAfter: '' };
        return { shownBefore: before, shownAfter: after };
      }
    },
    [t, formats],
  );
}

/** Attributes that have a name for people. */
const ATTRIBUTES: Record<AttributeName, true> = {
  alt: true,
  src: true,
  kind: true,
  checked: true,
  start: true,
  colspan: true,
  rowspan: true,
  width: true,
};

/** Kinds in which no words change, though some may stand in other blocks. */
const NO_WORDS: ReadonlySet<Description['kind']> = new Set([
  'split',
  'merge',
  'format',
  'retype',
  'attributes',
  'move-blocks',
]);
/** Those of which it helps to see what they are about. */
const ABOUT: ReadonlySet<Description['kind']> = new Set(['format', 'retype', 'attributes', 'move-blocks']);

const SHORT = 80;
const short = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);
