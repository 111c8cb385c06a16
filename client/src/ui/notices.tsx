import { createContext, Suspense, use, useCallback, useMemo, useRef, useState } from 'react';
import { lazyPart } from './lazy-part';
import css from './notices.module.css';

/** A short sentence shown for a while. */
export interface Notice {
  key: number;
  text: string;
  bad: boolean;
}

interface Voice {
  /** Shows and announces a short sentence; it goes by itself after a while, a bad one stays until closed. */
  notify: (text: string, kind?: 'good' | 'bad') => void;
  /** Says something to screen readers only: saved state, joins, results of a search. */
  announce: (text: string, urgent?: boolean) => void;
}

// No first screen has a notice on it.
const NoticeCard = lazyPart(async () => ({ default: (await import('./notice-card')).NoticeCard }));

const VoiceContext = createContext<Voice | null>(null);

/** Gives the page its notices and its live regions; once, around everything. */
export function NoticeProvider({ children }: { children: React.ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [polite, setPolite] = useState('');
  const [urgent, setUrgent] = useState('');
  const next = useRef(0);

  const announce = useCallback((text: string, isUrgent = false) => {
    const say = isUrgent ? setUrgent : setPolite;
    // The same words twice in a row are read again only when the region has changed in between.
    say((said) => (said === text ? `${text}\u00a0` : text));
  }, []);
  const close = useCallback(
    (key: number) => setNotices((shown) => shown.filter((notice) => notice.key !== key)),
    [],
  );
  const notify = useCallback((text: string, kind: 'good' | 'bad' = 'good') => {
    next.current += 1;
    setNotices((shown) => [...shown.slice(-2), { key: next.current, text, bad: kind === 'bad' }]);
  }, []);
  const voice = useMemo(() => ({ notify, announce }), [notify, announce]);

  return (
    <VoiceContext value={voice}>
      {children}
      <div className={css.region} aria-live="polite" aria-relevant="additions">
        <Suspense>
          {notices.map((notice) => (
            <NoticeCard key={notice.key} notice={notice} onClose={close} />
          ))}
        </Suspense>
      </div>
      <div className="visually-hidden" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive">
        {urgent}
      </div>
    </VoiceContext>
  );
}

/** The page's voice: `notify` for a short notice, `announce` for screen readers only. */
export function useVoice(): Voice {
  const voice = use(VoiceContext);
  if (!voice) throw new Error('useVoice needs a NoticeProvider around it');
  return voice;
}
