import type { Markup } from '@accord/shared/manuscript/markup';
import { createElement } from 'react';

/** Where React's name of an attribute differs from HTML's. */
const NAMES: Readonly<Record<string, string>> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  tabindex: 'tabIndex',
  checked: 'defaultChecked',
};

/** Attributes that are there or not; HTML writes them empty. */
const BOOLEAN = new Set(['checked', 'disabled']);

/** A rendered text as React elements: no HTML is ever handed to the browser as a string. */
export function elementsOf(markup: readonly Markup[]): React.ReactNode[] {
  return markup.map((part, index) => {
    if (typeof part === 'string') return part;
    const props: Record<string, unknown> = { key: index };
    for (const [name, value] of Object.entries(part.attributes)) {
      props[NAMES[name] ?? name] = BOOLEAN.has(name) ? true : value;
    }
    return part.children.length > 0
      ? createElement(part.tag, props, elementsOf(part.children))
      : createElement(part.tag, props);
  });
}
