import { readChapter } from '@accord/shared/outputs/outputs';
import { compareVersions } from '@accord/shared/versions/comparing';
import { listVersions, type Version } from '@accord/shared/versions/versions';
import { ArrowLeft, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Link } from '../navigation/link';
import { useNavigate, useParam, useSearchParam } from '../navigation/use-navigation';
import { Button } from '../ui/button';
import { buttonClass } from '../ui/button-class';
import { Switch } from '../ui/choice';
import { EmptyState } from '../ui/empty-state';
import { usePageTitle } from '../ui/page';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import '../reading/text.css';
import { ComparedText } from './compared-text';
import css from './comparison.module.css';

const NOW = 'now';

/** Two versions of a chapter, or one and now, compared (V3, V4). All that is chosen stands in the address, to be sent to others. */
export function ComparisonPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const chapterId = useParam('chapterId');
  const [from, to, view, only] = [
    useSearchParam('from'),
    useSearchParam('to') ?? NOW,
    useSearchParam('view') === 'side' ? 'side' : 'inline',
    useSearchParam('only') === 'changes',
  ] as const;
  const chapter = useEndpoint(readChapter, { params: { chapterId } });
  const versions = useEndpoint(listVersions, { params: { chapterId } });
  const title = chapter.data?.title;
  usePageTitle(
    title === undefined ? t(($) => $.comparison.title) : t(($) => $.comparison.titleOf, { title }),
  );
  const earlier = from ?? versions.data?.[0]?.id;

  const choose = (change: { from?: string; to?: string; view?: string; only?: boolean }) => {
    const next = { from: earlier, to, view, only, ...change };
    navigate({
      to: '/chapters/$chapterId/compare',
      params: { chapterId },
      search: {
        ...inOrder(versions.data ?? [], next.from, next.to),
        view: next.view === 'side' ? 'side' : undefined,
        only: next.only ? 'changes' : undefined,
      },
      replace: true,
    });
  };

  const failed = [chapter, versions].find(({ isError }) => isError);
  if (failed) return <FailureBanner error={failed.error} onRetry={() => void failed.refetch()} />;
  return (
    <div className={css.page}>
      <div className={css.tools}>
        <Link to="/chapters/$chapterId" params={{ chapterId }} className={buttonClass('quiet')}>
          <ArrowLeft size={16} aria-hidden />
          {t(($) => $.comparison.toChapter)}
        </Link>
        <Button icon={Printer} onPress={() => window.print()}>
          {t(($) => $.comparison.print)}
        </Button>
      </div>
      <header className={css.head}>
        <p className={css.kind}>{t(($) => $.comparison.title)}</p>
        <h1 translate="no" lang={chapter.data?.language}>
          {title ?? ' '}
        </h1>
      </header>
      {versions.data && earlier === undefined && (
        <EmptyState title={t(($) => $.comparison.title)}>{t(($) => $.comparison.none)}</EmptyState>
      )}
      {versions.data && earlier !== undefined && (
        <>
          <div className={css.choices}>
            <Pick
              label={t(($) => $.comparison.from)}
              versions={versions.data}
              value={earlier}
              onChange={(id) => choose({ from: id })}
            />
            <Pick
              label={t(($) => $.comparison.to)}
              versions={versions.data}
              value={to}
              withNow
              onChange={(id) => choose({ to: id })}
            />
            <fieldset className={css.views}>
              <legend>{t(($) => $.comparison.view)}</legend>
              {(['inline', 'side'] as const).map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name="view"
                    checked={view === one}
                    onChange={() => choose({ view: one })}
                  />
                  <span>{t(($) => $.comparison.views[one])}</span>
                </label>
              ))}
            </fieldset>
            <Switch isSelected={only} onChange={(selected) => choose({ only: selected })}>
              {t(($) => $.comparison.onlyChanges)}
            </Switch>
          </div>
          <Compared key={`${earlier} ${to}`} from={earlier} to={to} beside={view === 'side'} only={only} />
        </>
      )}
      {!versions.data && <Skeleton lines={10} />}
    </div>
  );
}

function Compared(props: { from: string; to: string; beside: boolean; only: boolean }) {
  const { from, to, beside, only } = props;
  const compared = useEndpoint(compareVersions, { query: { from, to } });
  if (compared.isError)
    return <FailureBanner error={compared.error} onRetry={() => void compared.refetch()} />;
  if (!compared.data) return <Skeleton lines={10} />;
  return <ComparedText compared={compared.data} beside={beside} onlyChanges={only} />;
}

function Pick(props: {
  label: string;
  versions: readonly Version[];
  value: string;
  withNow?: boolean;
  onChange: (id: string) => void;
}) {
  const { label, versions, value, withNow = false, onChange } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const choices = versions.map(({ id, name, kind, at }) => ({
    value: id,
    label: `${name ?? t(($) => $.chapter.versions.kinds[kind])} · ${formats.moment(at)}`,
  }));
  const now = { value: NOW, label: t(($) => $.comparison.now) };
  return (
    <Select label={label} value={value} choices={withNow ? [now, ...choices] : choices} onChange={onChange} />
  );
}

/** The older of two versions first, whichever was chosen for which. @param versions newest first */
function inOrder(
  versions: readonly Version[],
  from: string | undefined,
  to: string,
): { from: string | undefined; to: string } {
  const [one, other] = [
    versions.findIndex(({ id }) => id === from),
    versions.findIndex(({ id }) => id === to),
  ];
  return one >= 0 && other >= 0 && one < other ? { from: to, to: from ?? to } : { from, to };
}
