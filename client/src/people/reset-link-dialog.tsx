import { createResetLink } from '@accord/shared/people/administration';
import type { Person } from '@accord/shared/people/people';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { Button } from '../ui/button';
import { Dialog, DialogActions } from '../ui/dialog';
import css from './form.module.css';
import { LinkToCopy } from './link-to-copy';

/** Makes a link with which somebody sets a first or a new password. */
export function ResetLinkDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const make = useCall(createResetLink);
  const { name } = person;
  const action =
    person.status === 'invited'
      ? t(($) => $.people.resetLink.firstAction)
      : t(($) => $.people.resetLink.action);
  return (
    <Dialog title={t(($) => $.people.resetLink.title, { name })} isOpen onClose={onClose}>
      <div className={css.form}>
        <p>{t(($) => $.people.resetLink.explain, { name })}</p>
        {make.error && <FailureBanner error={make.error} />}
        {make.data ? (
          <LinkToCopy link={make.data} />
        ) : (
          <DialogActions>
            <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
            <Button
              kind="primary"
              isDisabled={make.isPending}
              onPress={() => make.mutate({ params: { personId: person.id } })}
            >
              {action.replace('…', '')}
            </Button>
          </DialogActions>
        )}
      </div>
    </Dialog>
  );
}
