import { elementsOf } from '@accord/client/reading/elements';
import type { Markup } from '@accord/shared/manuscript/markup';
import { renderMarkup } from '@accord/shared/manuscript/render-html';
import { describe, expect, it } from 'vitest';
import { goldenChapter } from '../../shared/manuscript/render/golden-chapter';

interface Element {
  type: string;
  props: Record<string, unknown> & { children?: Shown };
}
type Shown = string | Element | readonly Shown[] | undefined;

const textOfShown = (shown: Shown): string => {
  if (shown === undefined || typeof shown === 'string') return shown ?? '';
  return 'type' in shown ? textOfShown(shown.props.children) : shown.map(textOfShown).join('');
};
const textOfMarkup = (markup: readonly Markup[]): string =>
  markup.map((part) => (typeof part === 'string' ? part : textOfMarkup(part.children))).join('');
const elementsIn = (shown: Shown): Element[] => {
  if (shown === undefined || typeof shown === 'string') return [];
  return 'type' in shown ? [shown, ...elementsIn(shown.props.children)] : shown.flatMap(elementsIn);
};

describe('a text on the reading page', () => {
  const markup = renderMarkup(goldenChapter(), { language: 'en', prefix: 'c-' });
  const shown = elementsOf(markup) as Shown;
  const named = (type: string) => elementsIn(shown).filter((element) => element.type === type);

  it('has all text of the chapter, in its order', () => {
    expect(textOfShown(shown)).toBe(textOfMarkup(markup));
  });

  it('names attributes as React wants them', () => {
    const names = new Set(elementsIn(shown).flatMap(({ props }) => Object.keys(props)));
    for (const html of ['class', 'colspan', 'rowspan', 'tabindex', 'checked'])
      expect(names).not.toContain(html);
    expect(named('td').find(({ props }) => props.rowSpan === '2')).toBeDefined();
    expect(named('th').find(({ props }) => props.colSpan === '2')).toBeDefined();
    expect(named('input').map(({ props }) => props.defaultChecked)).toEqual([true, undefined]);
    expect(named('input').map(({ props }) => props.disabled)).toEqual([true, true]);
  });

  it('[K8] never hands HTML to the browser as a string', () => {
    for (const { props } of elementsIn(shown)) expect(props).not.toHaveProperty('dangerouslySetInnerHTML');
    const hostile = { type: 'paragraph', content: [{ type: 'text', text: '<img src=x onerror=alert(1)>' }] };
    expect(
      textOfShown(elementsOf(renderMarkup({ type: 'doc', content: [hostile] }, { language: 'en' })) as Shown),
    ).toBe('<img src=x onerror=alert(1)>');
  });
});
