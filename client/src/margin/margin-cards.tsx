import type { Editor } from '@tiptap/core';
import {
  memo,
  type ReactNode,
  type RefCallback,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { classes } from '../ui/classes';
import type { ActiveCard } from './active-card';
import type { MarginItem } from './margin';
import css from './margin.module.css';
import { MarginLayout } from './margin-layout';

export interface MarginCardsProps {
  /** What the cards are, for screen readers. */
  label: string;
  /** In the order of the text. Those without a place are left out: show them in a list. */
  items: readonly MarginItem[];
  editor: Editor;
  active: ActiveCard | null;
  /** Somebody pressed on a card, or the focus came into it. */
  onActivate: (id: string) => void;
}

/** Cards beside their text: each as near to it as the others allow, the active one exactly there. */
export function MarginCards(props: MarginCardsProps) {
  // Another editor has other heights; nothing of the last one's is carried over.
  return <Cards key={props.editor.instanceId} {...props} />;
}

function Cards({ label, items, editor, active, onActivate }: MarginCardsProps) {
  const frame = useRef<HTMLElement>(null);
  const [layout] = useState(() => new MarginLayout(editor));
  const shown = useSyncExternalStore(layout.subscribe, () => layout.shown);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);

  useLayoutEffect(() => (frame.current ? layout.start(frame.current) : undefined), [layout]);
  useLayoutEffect(() => {
    layout.setPositions(
      new Map(items.flatMap(({ id, from }) => (from === null ? [] : [[id, from] as const]))),
    );
  }, [layout, items]);
  useLayoutEffect(() => layout.setActive(active), [layout, active]);
  useFocusOnActive(frame, active, shown);

  return (
    <section ref={frame} className={css.beside} aria-label={label}>
      {shown.map((id) => {
        const item = byId.get(id);
        return (
          item && <PlacedCard key={id} item={item} isActive={active?.id === id} {...{ layout, onActivate }} />
        );
      })}
    </section>
  );
}

const PlacedCard = memo(function PlacedCard(props: {
  item: MarginItem;
  isActive: boolean;
  layout: MarginLayout;
  onActivate: (id: string) => void;
}) {
  const { item, isActive, layout, onActivate } = props;
  const { id } = item;
  const element = useCallback<RefCallback<HTMLDivElement>>(
    (node) => {
      layout.element(id, node);
      return () => layout.element(id, null);
    },
    [layout, id],
  );
  return (
    <Holder
      ref={element}
      className={classes(css.placed, isActive && css.active)}
      onActivate={() => onActivate(id)}
      onHold={(reason, on) => layout.hold(reason, on ? id : null)}
    >
      {item.render(isActive)}
    </Holder>
  );
});

/** Tells when a card is pressed on, pointed at, or has the focus. */
function Holder(props: {
  ref?: RefCallback<HTMLDivElement>;
  className: string;
  onActivate: () => void;
  onHold?: (reason: 'pointer' | 'focus', on: boolean) => void;
  children: ReactNode;
}) {
  const { ref, className, onActivate, onHold, children } = props;
  const pressed = useRef(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches; the card inside is what is operated
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, the focus that comes into it does the same
    <div
      ref={ref ?? null}
      className={className}
      onPointerDown={() => {
        pressed.current = true;
      }}
      onClick={() => {
        pressed.current = false;
        onActivate();
      }}
      onPointerEnter={() => onHold?.('pointer', true)}
      onPointerLeave={() => {
        pressed.current = false;
        onHold?.('pointer', false);
      }}
      onFocus={() => {
        onHold?.('focus', true);
        // While a button is being pressed nothing may grow under it; the click that follows activates.
        if (!pressed.current) onActivate();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onHold?.('focus', false);
      }}
    >
      {children}
    </div>
  );
}

/** The cards one below the other, also those without a place: for small windows, and to look through all of them. */
export function MarginList(props: Omit<MarginCardsProps, 'editor'>) {
  const { label, items, active, onActivate } = props;
  const list = useRef<HTMLElement>(null);
  const ids = useMemo(() => items.map(({ id }) => id), [items]);
  useFocusOnActive(list, active, ids);
  return (
    <section ref={list} className={css.list} aria-label={label}>
      {items.map((item) => (
        <Holder
          key={item.id}
          ref={(node) => {
            if (node) node.dataset.card = item.id;
          }}
          className={classes(css.listed, active?.id === item.id && css.active)}
          onActivate={() => onActivate(item.id)}
        >
          {item.render(active?.id === item.id)}
        </Holder>
      ))}
    </section>
  );
}

/** Gives the focus to the active card when that was asked for, as soon as the card is there. */
function useFocusOnActive(
  frame: React.RefObject<HTMLElement | null>,
  active: ActiveCard | null,
  shown: readonly string[],
): void {
  const done = useRef(0);
  useEffect(() => {
    if (!active?.focus || done.current === active.asked) return;
    const holders = frame.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [];
    const holder = [...holders].find(({ dataset }) => dataset.card === active.id);
    if (!holder) return;
    done.current = active.asked;
    // A field that is to be written in goes before the card as a whole.
    const target = holder.querySelector<HTMLElement>('textarea[data-first], [data-card-focus]');
    target?.focus({ preventScroll: holder.matches(`.${css.placed}`) });
  }, [frame, active, shown]);
}
