export const SESSION_COOKIE = 'accord_session';

/** The session token in a Cookie header, or null. */
export function readSessionCookie(header: string | undefined): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === SESSION_COOKIE) return part.slice(at + 1).trim() || null;
  }
  return null;
}

/** The Set-Cookie value that hands over a session, or takes it away (`token` null). `maxAge` in seconds. */
export function sessionCookie(
  token: string | null,
  { secure, maxAge }: { secure: boolean; maxAge: number },
): string {
  const parts = [`${SESSION_COOKIE}=${token ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (secure) parts.push('Secure');
  parts.push(`Max-Age=${token ? maxAge : 0}`);
  return parts.join('; ');
}
