import type { Output } from '@accord/shared/outputs/outputs';
import { editPerson, endPersonSessions, listAccounts } from '@accord/shared/people/administration';
import { listPeople, type Partner, type Person } from '@accord/shared/people/people';
import { Ellipsis, KeyRound, LogOut, Pencil, UserCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { IconButton } from '../ui/button';
import { AlertDialog } from '../ui/dialog';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu';
import { useVoice } from '../ui/notices';
import { PersonDialog } from './person-dialog';
import { ResetLinkDialog } from './reset-link-dialog';

/** What an administrator can do with an account. */
export function AccountMenu({
  person,
  partners,
  outputs,
}: {
  person: Person;
  partners: readonly Partner[];
  outputs: readonly Output[];
}) {
  const { t } = useTranslation();
  const { notify } = useVoice();
  const sentence = useFailureSentence();
  const edit = useCall(editPerson, [listAccounts, listPeople]);
  const endSessions = useCall(endPersonSessions);
  const [open, setOpen] = useState<'edit' | 'link' | 'disable' | null>(null);
  const close = () => setOpen(null);
  const { name } = person;
  const params = { personId: person.id };
  const onError = (error: Error) => notify(sentence(error), 'bad');

  const setDisabled = (disabled: boolean) =>
    edit.mutate(
      { params, body: { disabled } },
      {
        onSuccess: () => {
          close();
          notify(
            disabled ? t(($) => $.people.disable.done, { name }) : t(($) => $.people.enable.done, { name }),
          );
        },
        onError: (error) => {
          close();
          onError(error);
        },
      },
    );
  return (
    <>
      <Menu
        label={t(($) => $.people.list.actionsFor, { name })}
        trigger={<IconButton small label={t(($) => $.people.list.actionsFor, { name })} icon={Ellipsis} />}
      >
        <MenuItem icon={Pencil} onAction={() => setOpen('edit')}>
          {t(($) => $.people.edit.action)}
        </MenuItem>
        <MenuItem icon={KeyRound} isDisabled={person.status === 'disabled'} onAction={() => setOpen('link')}>
          {person.status === 'invited'
            ? t(($) => $.people.resetLink.firstAction)
            : t(($) => $.people.resetLink.action)}
        </MenuItem>
        <MenuItem
          icon={LogOut}
          onAction={() =>
            endSessions.mutate(
              { params },
              { onSuccess: () => notify(t(($) => $.people.signOutEverywhere.done, { name })), onError },
            )
          }
        >
          {t(($) => $.people.signOutEverywhere.action)}
        </MenuItem>
        <MenuSeparator />
        {person.status === 'disabled' ? (
          <MenuItem icon={UserCheck} onAction={() => setDisabled(false)}>
            {t(($) => $.people.enable.action)}
          </MenuItem>
        ) : (
          <MenuItem icon={UserX} danger onAction={() => setOpen('disable')}>
            {t(($) => $.people.disable.action)}
          </MenuItem>
        )}
      </Menu>
      {open === 'edit' && (
        <PersonDialog person={person} partners={partners} outputs={outputs} onClose={close} />
      )}
      {open === 'link' && <ResetLinkDialog person={person} onClose={close} />}
      <AlertDialog
        title={t(($) => $.people.disable.title, { name })}
        isOpen={open === 'disable'}
        onClose={close}
        confirm={t(($) => $.people.disable.confirm)}
        isBusy={edit.isPending}
        onConfirm={() => setDisabled(true)}
      >
        <p>{t(($) => $.people.disable.explain, { name })}</p>
      </AlertDialog>
    </>
  );
}
