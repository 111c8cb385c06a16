import { GripVertical } from 'lucide-react';
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { movedBeside } from './order';
import css from './outputs.module.css';

/**
 * A list whose items are moved by their handle: with the pointer, or by keyboard (Enter on the handle, arrow keys, Enter
 * again). Not for readers: without `onOrder` it is a plain numbered list.
 */
export function SortableList<One extends { readonly id: string; readonly title: string }>({
  label,
  items,
  onOrder,
  children,
}: {
  label: string;
  items: readonly One[];
  onOrder: ((ids: string[]) => void) | undefined;
  children: (item: One, index: number) => React.ReactNode;
}) {
  if (!onOrder) {
    return (
      <ol className={css.list} aria-label={label}>
        {items.map((item, index) => (
          <li key={item.id} className={css.item}>
            {children(item, index)}
          </li>
        ))}
      </ol>
    );
  }
  return (
    <Sortable label={label} items={items} onOrder={onOrder}>
      {children}
    </Sortable>
  );
}

function Sortable<One extends { readonly id: string; readonly title: string }>({
  label,
  items,
  onOrder,
  children,
}: {
  label: string;
  items: readonly One[];
  onOrder: (ids: string[]) => void;
  children: (item: One, index: number) => React.ReactNode;
}) {
  const { t } = useTranslation();
  const ids = items.map(({ id }) => id);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': titleOf(items, String(key)) })),
    onReorder: ({ keys, target }) => {
      if (target.dropPosition === 'on') return;
      onOrder(movedBeside(ids, new Set([...keys].map(String)), String(target.key), target.dropPosition));
    },
  });
  return (
    <GridList
      aria-label={label}
      selectionMode="none"
      keyboardNavigationBehavior="tab"
      dragAndDropHooks={dragAndDropHooks}
      className={css.list ?? ''}
    >
      {items.map((item, index) => (
        <GridListItem key={item.id} id={item.id} textValue={item.title} className={css.item ?? ''}>
          <AriaButton
            slot="drag"
            className={css.handle ?? ''}
            aria-label={t(($) => $.outputs.drag, { title: item.title })}
          >
            <GripVertical size={18} aria-hidden />
          </AriaButton>
          {children(item, index)}
        </GridListItem>
      ))}
    </GridList>
  );
}

const titleOf = (items: readonly { id: string; title: string }[], id: string): string =>
  items.find((item) => item.id === id)?.title ?? '';
