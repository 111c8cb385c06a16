/** Where the page is: parts of its address. */
export interface Place {
  readonly pathname: string;
  /** With its `?`, or empty. */
  readonly search: string;
  /** With its `#`, or empty. */
  readonly hash: string;
  /** All three. */
  readonly href: string;
}

/** An address of our own with its parameters filled in: `/outputs/$outputId` and `{ outputId }`. */
export interface Target {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string | undefined>>;
}

/** `/outputs/$outputId` with `{ outputId: 'a b' }` is `/outputs/a%20b`. */
export function hrefOf({ to, params = {}, search = {} }: Target): string {
  const path = to.replace(/\$([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`parameter ${name} of ${to} is missing`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value !== undefined) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The parameters of `pathname` when it is of the form `path`, else null. A slash at the end makes no difference. */
export function paramsIn(path: string, pathname: string): Record<string, string> | null {
  const wanted = parts(path);
  const given = parts(pathname);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (!part.startsWith('$')) {
      if (part !== value) return null;
      continue;
    }
    const plain = decoded(value);
    if (plain === null) return null;
    params[part.slice(1)] = plain;
  }
  return params;
}

function parts(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** Null for a percent sign that begins nothing. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
