import { systemActor } from '#kernel/access/system-actor.ts';
import type { App } from '#server/app.ts';
import { buildWeb } from '#server/web-build.ts';
import { serveWeb } from '#server/web.ts';

import { SCREEN_PATH } from './screen.ts';

const SCREEN = `<!doctype html><meta charset="utf-8"><title>…</title><script src="${SCREEN_PATH}.js"></script>`;
const SCRIPT = `const asked = new URLSearchParams(location.search);
localStorage.setItem('onewindow.device-key', asked.get('key'));
location.replace('/hall/display');
`;

/** Pages as the product serves them, and somebody who may look at the cockpit; gives who that is. */
export async function openForWatching({ http, running }: App, url: string): Promise<unknown> {
  await buildWeb();
  await serveWeb(http);
  http.get(SCREEN_PATH, (_request, reply) => reply.type('text/html; charset=utf-8').send(SCREEN));
  http.get(`${SCREEN_PATH}.js`, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(SCRIPT),
  );
  const system = systemActor(1, 'demonstration');
  const accounts = await running.access.openDemonstration(system, ['hall-manager']);
  return { url, accounts };
}
