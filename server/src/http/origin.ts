const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Tells whether a page of this origin may write here. `hostHeader` is the request's Host. */
export type OriginCheck = (origin: string | undefined, hostHeader: string | undefined) => boolean;

/**
 * With a public URL exactly that origin may write. Without one it must equal the request's Host, and that must be a loopback
 * name or the address listened on (so that a name an attacker points at this machine is of no use). A missing Origin is
 * not allowed here; whoever accepts it (plain HTTP from programs) says so.
 */
export function createOriginCheck({
  publicUrl,
  host,
}: {
  publicUrl: string | null;
  host: string;
}): OriginCheck {
  const named = (host.includes(':') ? `[${host}]` : host).toLowerCase();
  return (origin, hostHeader) => {
    if (!origin || !URL.canParse(origin)) return false;
    if (publicUrl) return origin === publicUrl;
    if (!hostHeader || !URL.canParse(`http://${hostHeader}`)) return false;
    const asked = new URL(`http://${hostHeader}`);
    const loopbackOrHost = LOOPBACK.test(asked.hostname) || asked.hostname === named;
    return loopbackOrHost && origin === asked.origin;
  };
}
