export const SIGN_IN = '/sign-in';

/** Where to go after sign-in: a path of our own, never an address somebody else put into a link; else the desk. */
export function wayBack(back: string | null): string {
  return back !== null && /^\/(?![/\\])/.test(back) ? back : '/';
}
