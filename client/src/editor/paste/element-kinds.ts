import { styleOf, tagOf } from './dom';

/** Elements nobody sees anything of. */
export const INVISIBLE = new Set(
  'head,title,meta,link,base,script,style,template,noscript,xml,colgroup,col,datalist,area,param,source,track,w:sdtpr'.split(
    ',',
  ),
);
/** Pages, films and programs inside a page. */
export const EMBEDS = new Set('iframe,frame,object,embed,applet,video,audio,canvas'.split(','));
/** What people fill in on a form. */
export const FIELDS = new Set('input,textarea,select,progress,meter'.split(','));
/** Elements that stand on lines of their own and mean no more than that here. */
export const BLOCKS = new Set(
  'p,div,section,article,aside,header,footer,main,nav,address,center,form,fieldset,legend,details,summary,dl,dt,dd,hgroup,search,dialog,body,html,figcaption,caption,tr,td,th,tbody,thead,tfoot,optgroup,option,frameset,noframes,marquee'.split(
    ',',
  ),
);

/** State of the check box an item begins with, or null when it has none. */
export function checkedBox(item: Element): boolean | null {
  if (item.getAttribute('data-type') === 'taskItem') return item.getAttribute('data-checked') === 'true';
  const box = [...item.children]
    .flatMap((child) => (tagOf(child) === 'label' || tagOf(child) === 'p' ? [...child.children] : [child]))
    .find((child) => tagOf(child) === 'input' && child.getAttribute('type')?.toLowerCase() === 'checkbox');
  return box ? box.hasAttribute('checked') : null;
}

export function headingLevel(element: Element): number | null {
  const word = /^MsoHeading([1-9])$/.exec(element.className)?.[1];
  if (word) return Number(word);
  if (/^MsoTitle/.test(element.className)) return 1;
  if (element.getAttribute('role') !== 'heading') return null;
  const level = Number(element.getAttribute('aria-level') ?? '2');
  return Number.isInteger(level) && level >= 1 ? level : 2;
}

export function keepsLines(element: Element, inherited: boolean): boolean {
  const value = styleOf(element, 'white-space');
  if (value === '') return inherited;
  return /^(pre|break-spaces)/.test(value);
}

export function isHighlighted(element: Element, tag: string): boolean {
  if (tag === 'mark') return true;
  if (tag !== 'span' && tag !== 'font') return false;
  const colour =
    styleOf(element, 'mso-highlight') ||
    styleOf(element, 'background-color') ||
    styleOf(element, 'background');
  const none =
    /^(|transparent|white|none|inherit|initial|unset|windowtext|#fff(fff)?|rgba?\(255, ?255, ?255(, ?[\d.]+)?\)|rgba\(.*, ?0\))$/;
  return !none.test(colour) && !colour.startsWith('var(');
}
