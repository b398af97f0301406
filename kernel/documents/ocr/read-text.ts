import { Worker } from 'node:worker_threads';

/** A line of print as it was read. */
export interface ReadLine {
  readonly text: string;
  /** From 0 to 1, as the reader thinks of it. */
  readonly confidence: number;
}

/** Reads print from pictures of pages, Chinese and digits, without any network. */
export interface TextReader {
  /** The lines of a page (JPEG or PNG, about 200 dots an inch), from top to bottom. Throws when it cannot be read in time. */
  read(picture: Uint8Array): Promise<readonly ReadLine[]>;
}

interface Answer {
  readonly lines?: readonly ReadLine[];
  readonly error?: string;
}

const PATIENCE_MS = 60_000;
/** The thread and its language data go again when nobody asks. */
const IDLE_MS = 120_000;
const MEMORY_MB = 512;

/** One thread for reading, begun with the first page; pages are read one after the other. */
export function createTextReader(): TextReader {
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let before: Promise<unknown> = Promise.resolve();

  const stop = (): void => {
    void thread?.terminate();
    thread = undefined;
  };
  const start = (): Worker => {
    const made = new Worker(new URL('./read-text-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    // A process that ends does not wait for it.
    made.unref();
    made.on('error', () => {
      if (thread === made) thread = undefined;
    });
    return made;
  };
  const readNow = async (picture: Uint8Array): Promise<readonly ReadLine[]> => {
    clearTimeout(idle);
    thread ??= start();
    try {
      return await ask(thread, picture);
    } catch (error) {
      stop();
      throw error;
    } finally {
      idle = setTimeout(stop, IDLE_MS).unref();
    }
  };
  return {
    read: (picture) => {
      const mine = before.then(() => readNow(picture));
      before = mine.catch(() => undefined);
      return mine;
    },
  };
}

async function ask(thread: Worker, picture: Uint8Array): Promise<readonly ReadLine[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const timer = setTimeout(() => reject(new Error('The page took too long to read')), PATIENCE_MS);
  thread.once('message', resolve);
  thread.once('error', reject);
  try {
    thread.postMessage(picture, []);
    const answer = await promise;
    if (answer.lines === undefined) throw new Error(answer.error ?? 'The page could not be read');
    return answer.lines;
  } finally {
    clearTimeout(timer);
    thread.off('message', resolve);
    thread.off('error', reject);
  }
}
