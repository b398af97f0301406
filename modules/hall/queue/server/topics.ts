import { mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { defineTopic, type Topic } from '#kernel/live/topic.ts';

import { LIVE, permissions } from '../contract.ts';

// Numbers, windows and states are what every display of the hall shows to everybody in it.
const isInHall = (actor: Actor) =>
  actor.kind === 'device' ||
  mayAnywhere(actor, permissions.view.name) ||
  mayAnywhere(actor, permissions.watch.name) ||
  mayAnywhere(actor, permissions.call.name);

/** What happens in the hall, for its displays and its people; and one ticket, for whoever has it. */
export const topics: readonly Topic[] = [
  defineTopic({
    prefix: LIVE.site,
    title: { 'zh-CN': '服务点排队动态', en: 'Queue of a site' },
    mayFollow: (actor, id) => id !== '' && isInHall(actor),
  }),
  defineTopic({
    prefix: LIVE.zone,
    title: { 'zh-CN': '分区叫号动态', en: 'Calls of a zone' },
    mayFollow: (actor, id) => id !== '' && isInHall(actor),
  }),
  defineTopic({
    prefix: LIVE.window,
    title: { 'zh-CN': '窗口动态', en: 'A window at work' },
    mayFollow: (actor, id) => id !== '' && isInHall(actor),
  }),
  defineTopic({
    prefix: LIVE.ticket,
    title: { 'zh-CN': '单张号票动态', en: 'One ticket' },
    // Its id is known to nobody but who holds it; a live event says its number and state.
    mayFollow: (_actor, id) => id !== '',
  }),
];
