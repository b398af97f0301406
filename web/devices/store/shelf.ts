/** A small store of the device that outlives a reload: values by name. */
export interface Shelf {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
  delete(name: string): Promise<void>;
  /** Names that begin so, in their order. */
  list(prefix: string): Promise<readonly string[]>;
}

const DATABASE = 'onewindow-device';
const STORE = 'kept';

/** The browser's own database; where it is forbidden or broken, what is kept lives as long as the page. */
export function openShelf(): Shelf {
  const spare = memoryShelf();
  let opening: Promise<IDBDatabase> | undefined;
  const use = async <T>(
    act: (store: IDBObjectStore) => IDBRequest<T>,
    mode: IDBTransactionMode,
  ) => {
    opening ??= openDatabase();
    const database = await opening;
    return settle(act(database.transaction(STORE, mode).objectStore(STORE)));
  };
  const or = async <T>(act: () => Promise<T>, instead: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch {
      opening = undefined;
      return instead();
    }
  };
  return {
    get: (name) =>
      or(
        () => use<unknown>((store) => store.get(name), 'readonly'),
        () => spare.get(name),
      ),
    set: (name, value) =>
      or(
        async () => {
          await use((store) => store.put(value, name), 'readwrite');
        },
        () => spare.set(name, value),
      ),
    delete: (name) =>
      or(
        async () => {
          await use((store) => store.delete(name), 'readwrite');
        },
        () => spare.delete(name),
      ),
    list: (prefix) =>
      or(
        async () => {
          const keys = await use((store) => store.getAllKeys(), 'readonly');
          return keys.filter(
            (key): key is string => typeof key === 'string' && key.startsWith(prefix),
          );
        },
        () => spare.list(prefix),
      ),
  };
}

/** A shelf without a floor below it. */
export function memoryShelf(): Shelf {
  const kept = new Map<string, unknown>();
  return {
    get: (name) => Promise.resolve(kept.get(name)),
    set: (name, value) => {
      kept.set(name, value);
      return Promise.resolve();
    },
    delete: (name) => {
      kept.delete(name);
      return Promise.resolve();
    },
    list: (prefix) =>
      Promise.resolve([...kept.keys()].filter((name) => name.startsWith(prefix)).toSorted()),
  };
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(STORE);
  });
  return settle(request);
}

async function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result), { once: true });
    request.addEventListener(
      'error',
      () => reject(request.error ?? new Error('The store failed')),
      {
        once: true,
      },
    );
  });
}

/** The shelf of this device. */
export const shelf: Shelf = openShelf();
