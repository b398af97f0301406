import { findCorners, makePageImage, type PageTask } from './page-work.ts';

/** The other thread of the document camera: one task, one answer, under the same number. */
globalThis.addEventListener('message', ({ data }: MessageEvent<{ id: number; task: PageTask }>) => {
  const { id, task } = data;
  void run(task).then(
    (value) => globalThis.postMessage({ id, value }, { transfer: [] }),
    (error: unknown) => globalThis.postMessage({ id, error: String(error) }, { transfer: [] }),
  );
});

async function run(task: PageTask): Promise<unknown> {
  switch (task.kind) {
    case 'find':
      return findCorners(task.image);
    case 'make':
      return makePageImage(task.choice);
  }
}
