import { serve } from '../http/handler.ts';
import { defineModule } from '../module/module.ts';
import { removeListener, replayListener, retryParked, skipParked } from './acts.ts';
import { permissions, problems, routes } from './contract-admin.ts';
import { pruneOldEvents } from './jobs/prune-outbox.ts';
import { type EventAdminDeps, listListeners, listParked } from './lists.ts';

/** kernel/events: what an operator sees of the delivery of events, and may do about it. */
export const eventDelivery = defineModule({
  name: 'kernel/events',
  title: { 'zh-CN': '事件投递', en: 'Delivery of events' },
  permissions: Object.values(permissions),
  events: [],
  problems: Object.values(problems),
  routes,
  create: (deps: EventAdminDeps) => ({
    api: {},
    jobs: [pruneOldEvents(deps)],
    routes: [
      serve(routes.listListeners, ({ actor }) => listListeners(deps, actor)),
      serve(routes.listParked, ({ actor, query }) => listParked(deps, actor, query)),
      serve(routes.retry, ({ actor, params }) =>
        retryParked(deps, actor, params.listener, params.id),
      ),
      serve(routes.skip, ({ actor, params, body }) =>
        skipParked(deps, actor, { listener: params.listener, eventId: params.id }, body.reason),
      ),
      serve(routes.replay, ({ actor, params, body }) =>
        replayListener(deps, actor, params.listener, body),
      ),
      serve(routes.remove, ({ actor, params }) => removeListener(deps, actor, params.listener)),
    ],
  }),
});
