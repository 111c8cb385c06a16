/** Does what concerns one thing (a chapter, by its id) one after the other, and what concerns different things at once. */
export interface InTurn {
  /** A work that fails holds up nobody; only its caller hears of it. */
  <T>(id: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing runs any more, also nothing that came while this waited. */
  idle(): Promise<void>;
}

/** An order of works for each id. */
export function createInTurn(): InTurn {
  const running = new Map<string, Promise<unknown>>();
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const before = running.get(id) ?? Promise.resolve();
    const turn = before.then(work, work);
    running.set(id, turn);
    const done = (): void => {
      if (running.get(id) === turn) running.delete(id);
    };
    turn.then(done, done);
    return turn;
  };
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled(running.values());
  };
  return Object.assign(inTurn, { idle });
}
