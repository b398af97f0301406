import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic } from '#kernel/live/topic.ts';

import { permissions } from '../contract.ts';
import { subjectOf } from './deps.ts';

/** The device board, for those who may see devices; and each device's own orders, for itself. */
export const topics = [
  defineTopic({
    prefix: 'devices',
    title: { 'zh-CN': '设备动态', en: 'Device board' },
    mayFollow: (actor, id) => id === '' && mayAnywhere(actor, permissions.view.name),
  }),
  defineTopic({
    prefix: 'device',
    title: { 'zh-CN': '设备指令', en: 'Orders of a device' },
    mayFollow: (actor, id) => actor.kind === 'device' && actor.subject === subjectOf(id),
  }),
];
