import { LOCKED_STATES } from '@accord/shared/access/state';
import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import { Archive, Lock, WifiOff } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { usePeople } from '../people/person-name';
import type { SuggestionLayer } from '../suggestions/modes';
import type { ChapterSession } from '../sync/chapter-session';
import { useAccess, useFact, useLasting, useLink, useManuscript } from '../sync/hooks';
import { Banner } from '../ui/banner';
import { buttonClass } from '../ui/button-class';
import { lazyPart } from '../ui/lazy-part';
import css from './chapter.module.css';

// Who suggests has the text before them already.
const SuggestionBanners = lazyPart(async () => ({
  default: (await import('../suggestions/suggestion-banners')).SuggestionBanners,
}));

/** A connection that takes longer than this to come back is worth a banner, in milliseconds. */
const PATIENCE = 3_000;

/** What has to be said above the text: why it is read-only and who can change that, no connection, nothing kept. */
export function ChapterBanners(props: {
  chapter: Chapter;
  output: Output | undefined;
  session: ChapterSession;
  suggestions: SuggestionLayer;
}) {
  const { chapter, output, session, suggestions } = props;
  const { mode, mayChoose, maySuggest } = useFact(suggestions.choice);
  const view = useFact(suggestions.view);
  const { t } = useTranslation();
  const access = useAccess(session);
  const link = useLink(session);
  const lasting = useLasting(session);
  // Where no live text is shown, the last saved one says why.
  const live = useManuscript(session) !== null;
  const away = useLasted(link === 'down', PATIENCE) && live;
  const whoCan = useWhoCan(output);
  const reason = access.may === 'read' ? access.reason : null;
  return (
    <div className={css.banners}>
      {(reason === 'locked' || LOCKED_STATES.has(chapter.state)) && (
        <Banner
          icon={Lock}
          actions={
            mayChoose && (
              <button
                type="button"
                className={buttonClass()}
                onClick={() => suggestions.choose(mode === 'suggesting' ? 'writing' : 'suggesting')}
              >
                {mode === 'suggesting'
                  ? t(($) => $.chapter.locked.stopSuggesting)
                  : t(($) => $.chapter.locked.suggest)}
              </button>
            )
          }
        >
          {t(($) => $.chapter.locked.state, { state: t(($) => $.words.states[chapter.state]) })}{' '}
          {whoCan.unlock}
        </Banner>
      )}
      {reason === 'archived' && (
        <Banner icon={Archive}>
          {t(($) => $.chapter.locked.archived)} {whoCan.unlock}
        </Banner>
      )}
      {reason === 'reader' && !maySuggest && !chapter.abilities.includes('chapter.suggest') && (
        <Banner>{whoCan.giveRole}</Banner>
      )}
      {(mode === 'suggesting' || view !== 'with') && (
        <Suspense>
          <SuggestionBanners layer={suggestions} />
        </Suspense>
      )}
      {reason === 'older-schema' && (
        <Banner
          kind="warn"
          title={t(($) => $.sync.outdated.title)}
          actions={
            <button type="button" className={buttonClass()} onClick={() => location.reload()}>
              {t(($) => $.actions.reload)}
            </button>
          }
        >
          {t(($) => $.sync.outdated.explain)}
        </Banner>
      )}
      {reason === 'another-person' && (
        <Banner
          kind="warn"
          title={t(($) => $.sync.anotherPerson.title)}
          actions={
            <button type="button" className={buttonClass()} onClick={() => location.reload()}>
              {t(($) => $.actions.reload)}
            </button>
          }
        >
          {t(($) => $.sync.anotherPerson.explain)}
        </Banner>
      )}
      {away && reason !== 'older-schema' && reason !== 'another-person' && (
        <Banner
          kind="warn"
          icon={WifiOff}
          actions={
            <button type="button" className={buttonClass()} onClick={session.retry}>
              {t(($) => $.actions.retry)}
            </button>
          }
        >
          {access.may === 'write' ? t(($) => $.sync.offline) : t(($) => $.chapter.banners.offlineReading)}
        </Banner>
      )}
      {!lasting && access.may === 'write' && <Banner kind="warn">{t(($) => $.sync.notKept)}</Banner>}
    </div>
  );
}

/** Who can reopen a locked text, and whom to ask for a role: the coordinator by name, else by country. */
function useWhoCan(output: Output | undefined): { unlock: string; giveRole: string } {
  const { t } = useTranslation();
  const formats = useFormats();
  const personOf = usePeople();
  if (!output) return { unlock: '', giveRole: t(($) => $.failures.codes['not-allowed']) };
  const country = formats.countryName(output.coordinatorCountry);
  const person = personOf(output.coordinatorId);
  return {
    unlock: person
      ? t(($) => $.chapter.locked.coordinator, { person: person.name })
      : t(($) => $.chapter.locked.country, { country }),
    giveRole: t(($) => $.chapter.banners.reader, {
      person: person ? `${person.name} (${person.country})` : country,
    }),
  };
}

/** Whether `condition` has held for `duration` milliseconds without a break. */
function useLasted(condition: boolean, duration: number): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!condition) return setLasted(false);
    const timer = setTimeout(() => setLasted(true), duration);
    return () => clearTimeout(timer);
  }, [condition, duration]);
  return lasted;
}
