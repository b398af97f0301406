const GATHER_MS = 3000;

/**
 * Lets the pages of this surface open while the server is away (see keep-pages.ts): tells the worker which files the
 * page runs with, also those that it loads later. Browsers allow it over https and on the machine itself only.
 */
export function stayOpenable(): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  // Where the pages are served from their sources there is no such file, and nothing is to be kept.
  void serviceWorker
    .register('/device-worker.js', { type: 'module', scope: '/hall' })
    .catch(() => undefined);
  const used = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = async () => {
    const { active } = await serviceWorker.ready;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    active?.postMessage([...used]);
  };
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) used.add(name);
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), GATHER_MS);
  });
  observer.observe({ type: 'resource', buffered: true });
}
