import type { Language, Role } from '@accord/shared/access/role';
import type { Output } from '@accord/shared/outputs/outputs';
import { createInvitation, listInvitations } from '@accord/shared/people/administration';
import type { Partner } from '@accord/shared/people/people';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner, useFailureSentence } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { useMe } from '../services/session';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/choice';
import { Dialog, DialogActions } from '../ui/dialog';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { fieldOf } from './failures-of-fields';
import css from './form.module.css';
import { RoleSelect } from './grants-field';
import { LinkToCopy } from './link-to-copy';

const ALL = 'all';

/** Invites somebody: makes a link to hand over. */
export function InviteDialog({
  partners,
  outputs,
  onClose,
}: {
  partners: readonly Partner[];
  outputs: readonly Output[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const sentence = useFailureSentence();
  const invite = useCall(createInvitation, [listInvitations]);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [partnerId, setPartner] = useState(me.partnerId);
  const [role, setRole] = useState<Role>('author');
  const [language, setLanguage] = useState<Language | null>(null);
  const [outputId, setOutput] = useState(ALL);
  const [administrator, setAdministrator] = useState(false);
  const field = fieldOf(invite.error);

  if (invite.data) {
    return (
      <Dialog title={t(($) => $.people.invite.doneTitle)} isOpen onClose={onClose}>
        <LinkToCopy link={invite.data.link} />
        <DialogActions>
          <Button
            onPress={() => {
              setName('');
              setEmail('');
              invite.reset();
            }}
          >
            {t(($) => $.people.invite.another)}
          </Button>
          <Button onPress={onClose}>{t(($) => $.actions.close)}</Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog title={t(($) => $.people.invite.title)} isOpen onClose={onClose}>
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({
            body: {
              ...(name.trim() && { name }),
              ...(email.trim() && { email }),
              partnerId,
              role,
              language,
              outputId: outputId === ALL ? null : outputId,
              administrator,
            },
          });
        }}
      >
        <p>{t(($) => $.people.invite.explain)}</p>
        {invite.error && !field && <FailureBanner error={invite.error} />}
        <TextField label={t(($) => $.people.invite.name)} value={name} onChange={setName} />
        <TextField
          label={t(($) => $.people.invite.email)}
          hint={t(($) => $.people.invite.emailHint)}
          error={field === 'email' ? sentence(invite.error) : undefined}
          type="email"
          value={email}
          onChange={setEmail}
        />
        <Select
          label={t(($) => $.people.edit.partner)}
          value={partnerId}
          choices={partners.map((partner) => ({ value: partner.id, label: partner.name }))}
          onChange={setPartner}
        />
        <RoleSelect
          role={role}
          language={language}
          onChange={(nextRole, nextLanguage) => {
            setRole(nextRole);
            setLanguage(nextLanguage);
          }}
        />
        <Select
          label={t(($) => $.people.grants.where)}
          value={outputId}
          choices={[
            { value: ALL, label: t(($) => $.people.grants.allOutputs) },
            ...outputs.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={setOutput}
        />
        <Checkbox isSelected={administrator} onChange={setAdministrator}>
          {t(($) => $.people.edit.administrator)}
        </Checkbox>
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button type="submit" kind="primary" isDisabled={invite.isPending}>
            {t(($) => $.people.invite.submit)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
