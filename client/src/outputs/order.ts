/** `ids` with `id` moved by `by` places (negative: towards the beginning), as far as there is room. */
export function movedBy(ids: readonly string[], id: string, by: number): string[] {
  const from = ids.indexOf(id);
  if (from < 0) return [...ids];
  const rest = ids.filter((other) => other !== id);
  rest.splice(Math.min(Math.max(from + by, 0), rest.length), 0, id);
  return rest;
}

/** `ids` with those in `moving` put before or after `target`, in the order they had. */
export function movedBeside(
  ids: readonly string[],
  moving: ReadonlySet<string>,
  target: string,
  position: 'before' | 'after',
): string[] {
  if (moving.has(target)) return [...ids];
  const group = ids.filter((id) => moving.has(id));
  return ids
    .filter((id) => !moving.has(id))
    .flatMap((id) => {
      if (id !== target) return [id];
      return position === 'before' ? [...group, id] : [id, ...group];
    });
}

/** All ids, those that are shown in their new order, in the places that shown ones had; hidden ones stay put. */
export function withHidden(all: readonly string[], shown: readonly string[]): string[] {
  const visible = new Set(shown);
  const next = shown.values();
  return all.map((id) => (visible.has(id) ? (next.next().value ?? id) : id));
}
