const news = new EventTarget();

/** Says that something happened that may concern me, e.g. in the chapter I have open: the bell asks at once. */
export function tellNews(): void {
  news.dispatchEvent(new Event('news'));
}

/** @returns how to stop listening */
export function onNews(listener: () => void): () => void {
  news.addEventListener('news', listener);
  return () => news.removeEventListener('news', listener);
}
