import { may, mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic, type Topic } from '#kernel/live/topic.ts';

import { LIVE_BAD, LIVE_WINDOW, permissions } from '../contract.ts';
import type { EvaluationDeps } from './deps.ts';

/** What the pad of a window has to show, for the device that stands there and who may invite; and bad ratings. */
export const createTopics = (deps: EvaluationDeps): readonly Topic[] => [
  defineTopic({
    prefix: LIVE_WINDOW,
    title: { 'zh-CN': '窗口评价', en: 'Ratings at a window' },
    mayFollow: async (actor, windowId) => {
      if (actor.kind !== 'device')
        return may(actor, permissions.invite.name, { windowId }) && windowId !== '';
      const { db } = deps.database;
      const device = await deps.devices.findDeviceOfAccount(db, actor.centreId, actor.id);
      return device?.windowId === windowId;
    },
  }),
  defineTopic({
    prefix: LIVE_BAD,
    title: { 'zh-CN': '差评的变化', en: 'Changes of bad ratings' },
    mayFollow: (actor) => mayAnywhere(actor, permissions.view.name),
  }),
];
