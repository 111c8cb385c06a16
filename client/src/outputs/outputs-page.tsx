import { listOutputs, type Output, reorderOutputs } from '@accord/shared/outputs/outputs';
import { Archive, ArrowDown, ArrowUp, EllipsisVertical, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall, useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { Link } from '../navigation/link';
import { useMayInWorkspace } from '../services/session';
import { Badge } from '../ui/badge';
import { Button, IconButton } from '../ui/button';
import { Switch } from '../ui/choice';
import { EmptyState } from '../ui/empty-state';
import { Menu, MenuItem } from '../ui/menu';
import { useVoice } from '../ui/notices';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { CreateOutputDialog } from './create-output-dialog';
import { movedBy, withHidden } from './order';
import css from './outputs.module.css';
import { SortableList } from './sortable-list';

/** All outputs in the partnership's order; administrators change it, archived ones appear on request. */
export function OutputsPage() {
  const { t } = useTranslation();
  const mayCreate = useMayInWorkspace('output.create');
  const [withArchived, showArchived] = useState(false);
  const [creating, create] = useState(false);
  const all = useEndpoint(listOutputs, { query: { archived: 'true' } });
  return (
    <Page
      title={t(($) => $.outputs.title)}
      lead={t(($) => $.outputs.lead)}
      actions={
        mayCreate && (
          <Button kind="primary" icon={Plus} onPress={() => create(true)}>
            {t(($) => $.outputs.create)}
          </Button>
        )
      }
    >
      {all.isError && <FailureBanner error={all.error} onRetry={() => void all.refetch()} />}
      {all.isPending && <Skeleton lines={9} />}
      {all.data && (
        <div className={css.section}>
          <Switch isSelected={withArchived} onChange={showArchived}>
            {t(($) => $.outputs.showArchived)}
          </Switch>
          <OutputList all={all.data} shown={all.data.filter(({ archived }) => withArchived || !archived)} />
        </div>
      )}
      {creating && <CreateOutputDialog onClose={() => create(false)} />}
    </Page>
  );
}

function OutputList({ all, shown }: { all: readonly Output[]; shown: readonly Output[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { announce } = useVoice();
  const mayOrder = useMayInWorkspace('workspace.administer');
  const change = useCall(reorderOutputs, [listOutputs]);
  const pending = change.isPending ? change.variables.body.outputIds : undefined;
  const outputs = pending ? [...shown].sort((a, b) => pending.indexOf(a.id) - pending.indexOf(b.id)) : shown;
  const ids = outputs.map(({ id }) => id);
  const order = (next: string[], movedId?: string) => {
    if (next.join() === ids.join()) return;
    const outputIds = withHidden(
      all.map(({ id }) => id),
      next,
    );
    change.mutate({ body: { outputIds } });
    const moved = outputs.find(({ id }) => id === movedId);
    if (moved) {
      const number = formats.number(next.indexOf(moved.id) + 1);
      announce(t(($) => $.outputs.moved, { title: moved.title, number }));
    }
  };
  if (outputs.length === 0) {
    return <EmptyState title={t(($) => $.outputs.none)}>{t(($) => $.outputs.noneExplain)}</EmptyState>;
  }
  return (
    <>
      {change.error && <FailureBanner error={change.error} />}
      <SortableList label={t(($) => $.outputs.list)} items={outputs} onOrder={mayOrder ? order : undefined}>
        {(output, index) => (
          <div className={css.row}>
            <OutputEntry output={output} />
            {mayOrder && (
              <Menu
                label={t(($) => $.outputs.moreFor, { title: output.title })}
                trigger={
                  <IconButton
                    label={t(($) => $.outputs.moreFor, { title: output.title })}
                    icon={EllipsisVertical}
                  />
                }
              >
                <MenuItem
                  icon={ArrowUp}
                  isDisabled={index === 0}
                  onAction={() => order(movedBy(ids, output.id, -1), output.id)}
                >
                  {t(($) => $.outputs.moveUp)}
                </MenuItem>
                <MenuItem
                  icon={ArrowDown}
                  isDisabled={index === ids.length - 1}
                  onAction={() => order(movedBy(ids, output.id, 1), output.id)}
                >
                  {t(($) => $.outputs.moveDown)}
                </MenuItem>
              </Menu>
            )}
          </div>
        )}
      </SortableList>
    </>
  );
}

function OutputEntry({ output }: { output: Output }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const chapters = output.chapters.filter(({ archived }) => !archived);
  const words = chapters.reduce((sum, chapter) => sum + chapter.words, 0);
  return (
    <div className={css.about}>
      <Link
        to="/outputs/$outputId"
        params={{ outputId: output.id }}
        className={css.title}
        translate="no"
        lang={output.language}
      >
        {output.title}
      </Link>
      <div className={css.facts}>
        {output.archived && <Badge icon={Archive}>{t(($) => $.outputs.archived)}</Badge>}
        <span>{t(($) => $.words.kinds[output.kind])}</span>
        {output.issue !== null && (
          <span>{t(($) => $.outputs.issue, { number: formats.number(output.issue) })}</span>
        )}
        <span>{formats.countryName(output.coordinatorCountry)}</span>
        <span>{t(($) => $.words.chapterCount, { count: chapters.length })}</span>
        <span>{t(($) => $.words.wordCount, { count: words })}</span>
      </div>
    </div>
  );
}
