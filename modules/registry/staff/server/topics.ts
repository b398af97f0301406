import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic, type Topic } from '#kernel/live/topic.ts';

import { permissions } from '../contract.ts';

/** Changes of people, windows, roster and leave, for those who may see the staff. */
export const topics: readonly Topic[] = [
  defineTopic({
    prefix: 'staff',
    title: { 'zh-CN': '人员与窗口安排的变化', en: 'Changes of the staff' },
    mayFollow: (actor, id) => id === '' && mayAnywhere(actor, permissions.view.name),
  }),
];
