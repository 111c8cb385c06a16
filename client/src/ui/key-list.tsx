import { createContext, Suspense, use, useCallback, useEffect, useMemo, useState } from 'react';
import { lazyPart } from './lazy-part';

// Seldom asked for, so not part of the first screen.
const KeyListDialog = lazyPart(() => import('./key-list-dialog'));

/** One line of the list: the keys as they are printed on the keyboard, any of which does it, and what they do. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface KeySection {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

interface KeyListAccess {
  readonly show: () => void;
  readonly add: (sections: readonly KeySection[]) => () => void;
}

const KeyListContext = createContext<KeyListAccess | null>(null);

/** Collects the keys of what is on the screen and lists them, then `everywhere`, when `?` is pressed outside a text. */
export function KeyListProvider({
  everywhere,
  children,
}: {
  everywhere: KeySection;
  children: React.ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const [sections, setSections] = useState<readonly KeySection[]>([]);
  const show = useCallback(() => setOpen(true), []);
  const add = useCallback((added: readonly KeySection[]) => {
    setSections((others) => [...others, ...added]);
    return () => setSections((all) => all.filter((section) => !added.includes(section)));
  }, []);
  const access = useMemo(() => ({ show, add }), [show, add]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target))
        return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <KeyListContext value={access}>
      {children}
      {isOpen && (
        <Suspense>
          <KeyListDialog sections={[...sections, everywhere]} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </KeyListContext>
  );
}

/** Opens the list of keys. */
export function useKeyList(): KeyListAccess {
  const access = use(KeyListContext);
  if (!access) throw new Error('useKeyList needs a KeyListProvider around it');
  return access;
}

/** Adds sections to the list for as long as the component is shown. Keep the array the same (useMemo). */
export function useKeySections(sections: readonly KeySection[]): void {
  const { add } = useKeyList();
  useEffect(() => add(sections), [add, sections]);
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
