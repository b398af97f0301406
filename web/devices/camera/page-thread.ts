import type { Quad, RgbaImage } from './image.ts';
import type { MadePage, PageChoice, PageTask } from './page-work.ts';

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Work on pictures, apart from the thread that draws the page. */
export interface PageThread {
  find(image: RgbaImage): Promise<Quad | undefined>;
  make(choice: PageChoice): Promise<MadePage>;
}

let thread: PageThread | undefined;

/** The one thread of this page for pictures, begun when it is asked first. */
export function pageThread(): PageThread {
  thread ??= startThread();
  return thread;
}

function startThread(): PageThread {
  const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) asked?.resolve(data.value);
    else asked?.reject(new Error(data.error));
  });
  worker.addEventListener('error', (event) => {
    // A thread that broke answers nothing more: the next question begins another.
    thread = undefined;
    for (const asked of waiting.values()) asked.reject(new Error(event.message));
    waiting.clear();
  });
  const ask = (task: PageTask): Promise<unknown> => {
    const asked = Promise.withResolvers<unknown>();
    last += 1;
    waiting.set(last, asked);
    worker.postMessage({ id: last, task }, { transfer: [] });
    return asked.promise;
  };
  return {
    find: async (image) => (await ask({ kind: 'find', image })) as Quad | undefined,
    make: async (choice) => (await ask({ kind: 'make', choice })) as MadePage,
  };
}
