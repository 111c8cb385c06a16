/**
 * IndexedDB's events as promises. A transaction commits as soon as nothing is asked of it in a turn, so await nothing
 * but these between two requests of one transaction.
 */
export function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Resolves when the transaction has committed. */
export function done(tx: IDBTransaction): Promise<void> {
  const finished = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
    tx.onerror = () => reject(tx.error);
  });
  // A request of it that fails is awaited first and carries the same error.
  finished.catch(() => undefined);
  return finished;
}

/** Calls `visit` for each record, in order of keys. */
export function cursorOver(
  request: IDBRequest<IDBCursorWithValue | null>,
  visit: (cursor: IDBCursorWithValue) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve();
      visit(cursor);
      cursor.continue();
    };
  });
}

/** Opens version 1 of a database, laid out by `layOut` when it is new. */
export function openDatabase(name: string, layOut: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => layOut(request.result);
  return result(request).then((db) => {
    // Another tab deletes or upgrades it: let it.
    db.onversionchange = () => db.close();
    return db;
  });
}
