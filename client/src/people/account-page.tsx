import { listOutputs } from '@accord/shared/outputs/outputs';
import { useTranslation } from 'react-i18next';
import { useEndpoint } from '../api/use-endpoint';
import { useMe } from '../services/session';
import { Banner } from '../ui/banner';
import { Page } from '../ui/page';
import css from './form.module.css';
import { useGrantInWords } from './grants';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { SessionsTable } from './sessions-table';

/** My own account: name, language, password, and where I am signed in. */
export function AccountPage() {
  const { t } = useTranslation();
  const me = useMe();
  const unfinished = me.status === 'invited';
  return (
    <Page title={t(($) => $.settings.title)}>
      {unfinished && (
        <Banner kind="warn" title={t(($) => $.settings.unfinished.title)}>
          {t(($) => $.settings.unfinished.explain)}
        </Banner>
      )}
      <section className={css.section} aria-labelledby="profile">
        <h2 id="profile">{t(($) => $.settings.profile.title)}</h2>
        {/* Filled anew once the answer of a save is there. */}
        <ProfileForm key={`${me.name} ${me.email}`} me={me} />
      </section>
      <section className={css.section} aria-labelledby="password">
        <h2 id="password">{t(($) => $.settings.password.title)}</h2>
        <PasswordForm isFirst={unfinished} email={me.email} />
      </section>
      <section className={css.section} aria-labelledby="roles">
        <h2 id="roles">{t(($) => $.settings.roles.title)}</h2>
        <MyRoles />
      </section>
      <section className={`${css.section} ${css.wide}`} aria-labelledby="sessions">
        <h2 id="sessions">{t(($) => $.settings.sessions.title)}</h2>
        <SessionsTable />
      </section>
    </Page>
  );
}

function MyRoles() {
  const { t } = useTranslation();
  const me = useMe();
  const outputs = useEndpoint(listOutputs, {});
  const grantInWords = useGrantInWords(outputs.data ?? []);
  const roles = [
    ...(me.administrator ? [t(($) => $.words.administrator)] : []),
    ...me.grants.map(grantInWords),
  ];
  if (roles.length === 0) return <p>{t(($) => $.settings.roles.none)}</p>;
  return (
    <ul>
      {roles.map((role) => (
        <li key={role}>{role}</li>
      ))}
    </ul>
  );
}
