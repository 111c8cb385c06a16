import { readGrants } from '@accord/shared/access/grant-text';
import type { Output } from '@accord/shared/outputs/outputs';
import type { AuditEntry } from '@accord/shared/people/administration';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../i18n/catalogue';
import { useFormats } from '../i18n/formats';
import { useGrantInWords } from './grants';

type Words = Catalogue['people']['audit']['details'];

/**
 * What an entry of the audit log says beyond who did what: the parts an administrator understands, in words. All of it is in
 * the export.
 */
export function useDetailsInWords(outputs: readonly Output[]): (detail: AuditEntry['detail']) => string[] {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const grantInWords = useGrantInWords(outputs);
  const grants = (line: unknown) => {
    const roles = readGrants(String(line)).map(grantInWords);
    return roles.length > 0 ? formats.list(roles) : t(($) => $.people.audit.details.noRoles);
  };
  const known = (group: 'fields' | 'formats' | 'kinds' | 'reasons', key: unknown) =>
    i18n.exists(`people.audit.details.${group}.${String(key)}`);

  return ({
    grantsBefore,
    grants: now,
    administrator,
    disabled,
    changed,
    kind,
    reason,
    address,
    path,
    ...rest
  }) => {
    const words: (string | null)[] = [
      grantsBefore === undefined
        ? null
        : t(($) => $.people.audit.details.rolesBefore, { roles: grants(grantsBefore) }),
      now === undefined ? null : t(($) => $.people.audit.details.roles, { roles: grants(now) }),
      administrator === true ? t(($) => $.people.audit.details.administrator) : null,
      administrator === false ? t(($) => $.people.audit.details.noAdministrator) : null,
      disabled === true ? t(($) => $.people.audit.details.disabled) : null,
      disabled === false ? t(($) => $.people.audit.details.enabled) : null,
      typeof changed === 'string'
        ? t(($) => $.people.audit.details.changed, { what: fields(changed) })
        : null,
      known('kinds', kind) ? t(($) => $.people.audit.details.kinds[kind as keyof Words['kinds']]) : null,
      known('reasons', reason)
        ? t(($) => $.people.audit.details.reasons[reason as keyof Words['reasons']])
        : null,
      typeof address === 'string' ? t(($) => $.people.audit.details.address, { address }) : null,
      typeof rest.imported === 'number' && typeof rest.rejected === 'number'
        ? t(($) => $.people.audit.details.imported, { taken: rest.imported, rejected: rest.rejected })
        : null,
      typeof rest.name === 'string' ? rest.name : null,
      typeof rest.title === 'string' ? rest.title : null,
      known('formats', rest.format)
        ? t(($) => $.people.audit.details.formats[rest.format as keyof Words['formats']])
        : null,
      typeof path === 'string' ? `${rest.method} ${path}` : null,
    ];
    return words.filter((word) => word !== null);
  };

  function fields(changed: string): string {
    const names = changed
      .split(' ')
      .map((field) =>
        known('fields', field)
          ? t(($) => $.people.audit.details.fields[field as keyof Words['fields']])
          : field,
      );
    return formats.list(names);
  }
}
