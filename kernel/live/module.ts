import { defineModule } from '../module/module.ts';
import { problems, routes } from './contract.ts';
import type { Live } from './live.ts';

/** kernel/live: what happens, as it happens, to the pages that follow a topic. */
export const live = defineModule({
  name: 'kernel/live',
  title: { 'zh-CN': '实时通道', en: 'Live channel' },
  permissions: [],
  events: [],
  problems: Object.values(problems),
  routes,
  create: (channel: Live) => ({ api: channel, routes: channel.routes }),
});
