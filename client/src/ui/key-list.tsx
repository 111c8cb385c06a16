import { createContext, lazy, Suspense, use, useCallback, useEffect, useMemo, useState } from 'react';

// Seldom asked for, so not part of the first screen.
const KeyListDialog = lazy(() => import('./key-list-dialog'));

/** One line of the list: the keys (`Mod+Alt+m`; several ways apart by a space) and what they do. */
export interface KeyLine {
  readonly keys: string;
  readonly does: string;
}

export interface KeySection {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

interface KeyListAccess {
  readonly show: () => void;
  readonly add: (section: KeySection) => () => void;
}

const KeyListContext = createContext<KeyListAccess | null>(null);

/** Collects the keys of what is on the screen and lists them when `?` is pressed outside a text. */
export function KeyListProvider({ children }: { children: React.ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [sections, setSections] = useState<readonly KeySection[]>([]);
  const show = useCallback(() => setOpen(true), []);
  const add = useCallback((section: KeySection) => {
    setSections((others) => [...others, section]);
    return () => setSections((all) => all.filter((other) => other !== section));
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
          <KeyListDialog sections={sections} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </KeyListContext>
  );
}

/** Opens the list of keys. */
export function useKeyList(): { show: () => void } {
  const access = use(KeyListContext);
  if (!access) throw new Error('useKeyList needs a KeyListProvider around it');
  return access;
}

/** Adds a section to the list for as long as the component is shown. Keep `section` the same object (useMemo). */
export function useKeySection(section: KeySection): void {
  const { add } = useKeyList() as KeyListAccess;
  useEffect(() => add(section), [add, section]);
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
