/** Where to go after sign-in: a path of our own, never an address somebody else put into a link; else the desk. */
export function wayBack(search: unknown): string {
  const back = (search as { back?: unknown } | null)?.back;
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/';
}
