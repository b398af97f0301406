import { createKeeper } from './keep-pages.ts';

/** The world of a service worker as far as it is used; the program's types know that of pages only. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface MessageEventOfWorker extends WorkerEvent {
  readonly data: unknown;
}
interface WorkerWorld {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', act: (event: WorkerEvent) => void): void;
  addEventListener(name: 'fetch', act: (event: FetchEvent) => void): void;
  addEventListener(name: 'message', act: (event: MessageEventOfWorker) => void): void;
}

const world = globalThis as unknown as WorkerWorld;
const keeper = createKeeper({
  origin: world.location.origin,
  openStore: () => caches.open('onewindow-hall'),
  fetch: (request) => fetch(request as Request | string),
  wait: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
});

world.addEventListener('install', (event) => event.waitUntil(world.skipWaiting()));
world.addEventListener('activate', (event) => event.waitUntil(world.clients.claim()));
world.addEventListener('fetch', (event) => {
  const answer = keeper.answer(event.request);
  if (answer) event.respondWith(answer);
});
world.addEventListener('message', (event) => {
  const { data } = event;
  if (Array.isArray(data))
    event.waitUntil(keeper.keep(data.filter((one): one is string => typeof one === 'string')));
});
