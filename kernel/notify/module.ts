import type { z } from 'zod';

import type { Actor } from '../access/contract-actor.ts';
import type { Tx } from '../db/types.ts';
import { serve } from '../http/handler.ts';
import { defineTopic } from '../live/topic.ts';
import { defineModule } from '../module/module.ts';
import { events, permissions, problems, routes } from './contract.ts';
import { deliverMessage } from './deliver-message.ts';
import type { NotifyDeps } from './deps.ts';
import { listInbox, markRead } from './inbox.ts';
import { type Notice, notify } from './notify.ts';
import { listOutbox, repeatMessage } from './outbox.ts';

/** What modules may do with messages. */
export interface NotifyApi {
  /** Writes a notice in the transaction of the act; a repeat with the same key writes nothing. */
  notify<V extends z.ZodType<Record<string, string | number>>>(
    tx: Tx,
    actor: Actor,
    notice: Notice<V>,
  ): Promise<void>;
}

/** A person's own inbox: that something came, not what. */
const ownInbox = defineTopic({
  prefix: 'inbox',
  title: { 'zh-CN': '本人消息', en: 'Own inbox' },
  mayFollow: (actor, id) => actor.id === id,
});

/** kernel/notify: messages to people, in the app, by e-mail, SMS and push. */
export const notifications = defineModule({
  name: 'kernel/notify',
  title: { 'zh-CN': '消息', en: 'Messages' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  create: (deps: NotifyDeps) => {
    const api: NotifyApi = { notify: (tx, actor, notice) => notify(deps, tx, actor, notice) };
    return {
      api,
      routes: [
        serve(routes.listInbox, ({ actor, query }) => listInbox(deps, actor, query)),
        serve(routes.markRead, ({ actor, params }) => markRead(deps, actor, params.id)),
        serve(routes.markAllRead, ({ actor }) => markRead(deps, actor)),
        serve(routes.listOutbox, ({ actor, query }) => listOutbox(deps, actor, query)),
        serve(routes.repeatMessage, ({ actor, params, once }) =>
          repeatMessage(deps, actor, params.id, once),
        ),
      ],
      jobs: [deliverMessage(deps)],
      topics: [ownInbox],
    };
  },
});
