import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems } from '../contract.ts';
import type { QueueDeps } from './deps.ts';

/** hall/queue: tickets, calling, windows and what they add up to. */
export const queue = defineModule({
  name: 'hall/queue',
  title: { 'zh-CN': '排队叫号', en: 'Queue' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: QueueDeps) => ({ api: { deps }, routes: [] }),
});
