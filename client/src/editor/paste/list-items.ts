/** One item of a list that the clipboard gives flat, with its depth as a number. */
export interface FlatItem {
  /** 1 is the outermost level. Levels may be skipped. */
  readonly level: number;
  readonly kind: 'bullet' | 'ordered' | 'task';
  /** The number the item shows, where the source says so; only for `ordered`. */
  readonly number?: number | undefined;
  readonly checked?: boolean;
  /** The item's own content, in order. */
  readonly content: readonly Node[];
}

interface OpenList {
  readonly level: number;
  readonly kind: FlatItem['kind'];
  readonly element: Element;
  next: number;
}

/**
 * Builds nested `<ul>`/`<ol>` from flat items, in their order. A deeper item goes into the last item before it, a
 * change of kind or a jump in the numbers starts a new list (`start` says where it begins). Returns the outermost
 * lists; all item content is moved, none is copied or lost.
 */
export function nestItems(items: readonly FlatItem[], document: Document): Element[] {
  const outermost: Element[] = [];
  const open: OpenList[] = [];

  for (const item of items) {
    while (open.length > 0 && (open.at(-1) as OpenList).level > item.level) open.pop();
    let list = open.at(-1);
    if (list && list.level === item.level && !continues(list, item)) {
      open.pop();
      list = undefined;
    }
    if (!list || list.level < item.level) {
      const parent = open.at(-1)?.element.lastElementChild;
      list = {
        level: item.level,
        kind: item.kind,
        element: emptyList(item, document),
        next: item.number ?? 1,
      };
      if (parent) parent.append(list.element);
      else outermost.push(list.element);
      open.push(list);
    }
    list.element.append(listItem(item, document));
    list.next = (item.number ?? list.next) + 1;
  }
  return outermost;
}

function continues(list: OpenList, item: FlatItem): boolean {
  return list.kind === item.kind && (item.number === undefined || item.number === list.next);
}

function emptyList(item: FlatItem, document: Document): Element {
  const list = document.createElement(item.kind === 'ordered' ? 'ol' : 'ul');
  if (item.kind === 'ordered' && item.number !== undefined && item.number !== 1) {
    list.setAttribute('start', String(item.number));
  }
  if (item.kind === 'task') list.setAttribute('data-type', 'taskList');
  return list;
}

function listItem(item: FlatItem, document: Document): Element {
  const element = document.createElement('li');
  if (item.kind === 'task') {
    element.setAttribute('data-type', 'taskItem');
    element.setAttribute('data-checked', String(item.checked === true));
  }
  element.append(...item.content);
  return element;
}
