import { Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { Button } from '../ui/button';
import { AlertDialog } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import type { ChapterSession } from './chapter-session';
import { type KeptWords, keptText } from './device/kept-words';
import { useKeptWords } from './hooks';
import css from './kept-words-panel.module.css';
import { accessAfter } from './saved-state';

/** Words of mine that the server refused, offered back until I have taken them; nothing when there are none. */
export function KeptWordsPanel({ session }: { session: ChapterSession }) {
  const { t } = useTranslation();
  const kept = useKeptWords(session);
  if (kept.length === 0) return null;
  return (
    <section className={css.panel} aria-label={t(($) => $.sync.kept.title)}>
      <h2>{t(($) => $.sync.kept.title)}</h2>
      {kept.map((words) => (
        <Kept key={words.id} words={words} onForget={() => void session.forgetKept(words.id)} />
      ))}
    </section>
  );
}

function Kept({ words, onForget }: { words: KeptWords; onForget: () => void }) {
  const { t } = useTranslation();
  const { notify } = useVoice();
  const formats = useFormats();
  const [asking, setAsking] = useState(false);
  const { blocks, changes } = words;
  const reason = useReason(words);
  const at = new Date(words.at).toISOString();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(keptText(words));
      notify(t(($) => $.actions.copied));
    } catch {
      // The browser keeps the clipboard from us; the words stand here to be selected.
      notify(
        t(($) => $.sync.kept.selectByHand),
        'bad',
      );
    }
  };
  return (
    <article className={css.words}>
      <p>{t(($) => $.sync.kept.explain, { reason })}</p>
      <p className={css.facts}>
        {t(($) => $.sync.kept.changes, { count: changes })}
        {' · '}
        <time dateTime={at}>{formats.moment(at)}</time>
      </p>
      {blocks.length === 0 && <p>{t(($) => $.sync.kept.nothing)}</p>}
      {blocks.map((block, index) => (
        // Blocks never change places here, and words whose block is gone have no id.
        <blockquote key={`${block.blockId ?? ''}${index}`} className={css.block} translate="no">
          {block.blockId === null && <small>{t(($) => $.sync.kept.orphaned)}</small>}
          {block.parts.map((part, at) =>
            part.mine ? <mark key={`${at}${part.text}`}>{part.text}</mark> : part.text,
          )}
        </blockquote>
      ))}
      <p className={css.actions}>
        {blocks.length > 0 && (
          <Button small icon={Copy} onPress={() => void copy()}>
            {t(($) => $.sync.kept.copy)}
          </Button>
        )}
        <Button small icon={Trash2} onPress={() => setAsking(true)}>
          {t(($) => $.sync.kept.forget)}
        </Button>
      </p>
      <AlertDialog
        title={t(($) => $.sync.kept.forgetAsk)}
        confirm={t(($) => $.sync.kept.forget)}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={onForget}
      >
        <p>{t(($) => $.sync.kept.forgetExplain)}</p>
      </AlertDialog>
    </article>
  );
}

/** Why the words were not taken. Who may no longer write may still read: that they may not open the text would be untrue. */
function useReason({ reason }: KeptWords): string {
  const { t } = useTranslation();
  if (reason === 'not-allowed') return t(($) => $.sync.kept.mayNotWrite);
  const access = accessAfter(reason);
  return access.may === 'read' ? t(($) => $.sync.state.reasons[access.reason]) : '';
}
