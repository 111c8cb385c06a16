import { Grant } from './role';

/**
 * Roles as one line for the audit log, e.g. `author@* translator:fi@outputId reader@outputId/chapterId`: the role, a
 * translator's language, and where (`*` is everywhere).
 */
export function writeGrants(grants: readonly Grant[]): string {
  return grants
    .map(({ role, language, outputId, chapterId }) => {
      const place = [outputId ?? '*', chapterId].filter(Boolean).join('/');
      return `${language ? `${role}:${language}` : role}@${place}`;
    })
    .join(' ');
}

/** The roles of such a line; what can't be read as one is left out. */
export function readGrants(line: string): Grant[] {
  return line.split(' ').flatMap((text) => {
    const [, role, language = null, outputId, chapterId = null] =
      /^([^:@]+)(?::([^@]+))?@([^/]+)(?:\/(.+))?$/.exec(text) ?? [];
    const grant = Grant.safeParse({
      role,
      language,
      outputId: outputId === '*' ? null : outputId,
      chapterId,
    });
    return grant.success ? [grant.data] : [];
  });
}
