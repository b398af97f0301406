import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic, type Topic } from '#kernel/live/topic.ts';

import { LIVE, permissions } from '../contract.ts';

/** Changes of the catalogue for those who keep it. */
export const topics: readonly Topic[] = [
  defineTopic({
    prefix: LIVE,
    title: { 'zh-CN': '事项目录的变化', en: 'Changes of the catalogue' },
    mayFollow: (actor, id) => id === '' && mayAnywhere(actor, permissions.view.name),
  }),
];
