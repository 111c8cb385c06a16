import type { Bus, BusTopics, Topic } from './ports';

type Listeners = { [T in Topic]?: Set<(notice: BusTopics[T]) => void> };

/**
 * The bus of one process. Listeners are called in the order in which they subscribed, before `publish` returns.
 * @param report told of a listener that threw; the publisher and the other listeners never notice
 */
export function createBus(report: (error: unknown) => void): Bus {
  const listeners: Listeners = {};

  const listenersOf = <T extends Topic>(topic: T): Set<(notice: BusTopics[T]) => void> => {
    const known: Listeners[T] = listeners[topic];
    if (known) return known;
    const fresh: NonNullable<Listeners[T]> = new Set<(notice: BusTopics[T]) => void>() as never;
    listeners[topic] = fresh;
    return fresh;
  };

  return {
    publish(topic, notice) {
      for (const listener of [...listenersOf(topic)]) {
        try {
          listener(notice);
        } catch (error) {
          report(error);
        }
      }
    },
    subscribe(topic, listener) {
      // Its own function, so that one listener subscribed twice is called twice and each ends alone.
      const own: typeof listener = (notice) => listener(notice);
      listenersOf(topic).add(own);
      return () => {
        listenersOf(topic).delete(own);
      };
    },
  };
}
