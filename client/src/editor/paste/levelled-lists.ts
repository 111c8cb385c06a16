import { elementsWhere, isBlank, isComment, isElement, isText, tagOf } from './dom';
import { type FlatItem, nestItems } from './list-items';

/**
 * Google Docs and Word on the web tell an item's depth by `aria-level` and put nested lists beside their item, or
 * every item into a list of its own. Such neighbours are taken apart and nested by level.
 */
export function restoreLevelledLists(root: Element): void {
  const lists = elementsWhere(root, (element) => isList(element) && hasLevels(element));
  const done = new Set<Element>();
  for (const list of lists) {
    const first = outermost(list, root);
    if (done.has(first) || !first.parentNode) continue;
    const run = runFrom(first);
    for (const element of run) done.add(element);

    const items = run.flatMap((element) => itemsIn(element, 1));
    const before = root.ownerDocument.createComment('');
    first.parentNode.insertBefore(before, first);
    for (const element of run) element.remove();
    for (const nested of nestItems(items, root.ownerDocument)) {
      for (const made of [nested, ...elementsWhere(nested, isList)]) done.add(made);
      before.parentNode?.insertBefore(nested, before);
    }
    before.remove();
  }
}

function isList(element: Element): boolean {
  return tagOf(element) === 'ul' || tagOf(element) === 'ol';
}

function levelOf(item: Element): number | undefined {
  const level = Number(item.getAttribute('aria-level') ?? item.getAttribute('data-aria-level') ?? Number.NaN);
  return Number.isInteger(level) && level > 0 && level < 20 ? level : undefined;
}

function hasLevels(list: Element): boolean {
  return [...list.children].some((child) => tagOf(child) === 'li' && levelOf(child) !== undefined);
}

/** The list itself, the list it is nested in, or the wrapper that holds nothing but lists. */
function outermost(list: Element, root: Element): Element {
  let found = list;
  for (let parent = found.parentElement; parent && parent !== root; parent = parent.parentElement) {
    if (!isList(parent) && !holdsOnlyLists(parent)) break;
    found = parent;
  }
  return found;
}

function holdsOnlyLists(element: Element): boolean {
  return (
    /^(div|span)$/.test(tagOf(element)) &&
    element.children.length > 0 &&
    [...element.childNodes].every(
      (node) =>
        (isElement(node) && (isList(node) || holdsOnlyLists(node))) || isComment(node) || isBlankText(node),
    )
  );
}

function isBlankText(node: Node): boolean {
  return isText(node) && isBlank(node.data);
}

function runFrom(first: Element): Element[] {
  const run = [first];
  for (let node = first.nextSibling; node; node = node.nextSibling) {
    if (isElement(node)) {
      const belongs = (isList(node) && hasLevels(node)) || holdsOnlyLists(node);
      if (!belongs) break;
      run.push(node);
    } else if (!isComment(node) && !isBlankText(node)) break;
  }
  return run;
}

function itemsIn(element: Element, depth: number): FlatItem[] {
  if (!isList(element)) return [...element.children].flatMap((child) => itemsIn(child, depth));
  const ordered = tagOf(element) === 'ol';
  const items: FlatItem[] = [];
  let number = ordered ? startOf(element) : undefined;
  for (const child of [...element.childNodes]) {
    if (isElement(child) && isList(child)) {
      items.push(...itemsIn(child, depth + 1));
    } else if (isElement(child)) {
      const checked = checkedState(child);
      const own = [...child.childNodes].filter((node) => !(isElement(node) && isList(node)));
      const nested = [...child.children].filter(isList);
      items.push({
        level: levelOf(child) ?? depth,
        kind: checked === undefined ? (ordered ? 'ordered' : 'bullet') : 'task',
        checked: checked === true,
        number,
        content: own,
      });
      number = undefined;
      for (const list of nested) items.push(...itemsIn(list, (levelOf(child) ?? depth) + 1));
    } else if (isText(child) && !isBlank(child.data)) {
      items.push({ level: depth, kind: ordered ? 'ordered' : 'bullet', content: [child] });
    }
  }
  return items;
}

function startOf(list: Element): number {
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  return Number.isInteger(start) && start >= 0 && start < 1_000_000 ? start : 1;
}

/** Google's check lists: `role="checkbox"` on the item, and a picture of the box that is not content. */
function checkedState(item: Element): boolean | undefined {
  if (item.getAttribute('role') !== 'checkbox') return undefined;
  for (const box of elementsWhere(
    item,
    (element) => element.getAttribute('aria-roledescription') === 'checkbox',
  )) {
    box.remove();
  }
  return item.getAttribute('aria-checked') === 'true';
}
