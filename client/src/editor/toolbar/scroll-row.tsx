import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import css from './toolbar.module.css';

/**
 * One row that scrolls where it does not fit. Where there is more behind an edge, an arrow stands there for whoever has a
 * mouse without a sideways wheel; fingers swipe, and the keyboard's focus scrolls by itself.
 */
export function ScrollRow({ children }: { children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState({ before: false, behind: false });
  useEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const look = () => {
      // Right-to-left rows count from zero downwards.
      const passed = Math.abs(element.scrollLeft);
      const before = passed > 1;
      const behind = passed + element.clientWidth < element.scrollWidth - 1;
      setMore((old) => (old.before === before && old.behind === behind ? old : { before, behind }));
    };
    // What the row holds changes with the caret: a table's menu comes and goes.
    const resized = new ResizeObserver(look);
    const changed = new MutationObserver(look);
    resized.observe(element);
    changed.observe(element, { childList: true, subtree: true, characterData: true });
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      resized.disconnect();
      changed.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const scroll = (direction: 1 | -1) => () => {
    const element = row.current;
    if (!element) return;
    const forwards = getComputedStyle(element).direction === 'rtl' ? -direction : direction;
    element.scrollBy({ left: forwards * element.clientWidth * 0.7, behavior: 'smooth' });
  };
  return (
    <div className={css.scrolled}>
      <div ref={row} className={css.row}>
        {children}
      </div>
      {more.before && <Arrow icon={ChevronLeft} at={css.before} onPress={scroll(-1)} />}
      {more.behind && <Arrow icon={ChevronRight} at={css.behind} onPress={scroll(1)} />}
    </div>
  );
}

function Arrow(props: { icon: typeof ChevronLeft; at: string | undefined; onPress: () => void }) {
  const { icon: Icon, at, onPress } = props;
  return (
    <span aria-hidden className={`${css.arrow} ${at}`} onClick={onPress}>
      <Icon size={18} />
    </span>
  );
}
