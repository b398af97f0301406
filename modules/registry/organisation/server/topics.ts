import { may, mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic, type Topic } from '#kernel/live/topic.ts';

import { LIVE, permissions } from '../contract.ts';

/** Changes of the organisation for those who may see it: all of it, or what happens at one site. */
export const topics: readonly Topic[] = [
  defineTopic({
    prefix: LIVE,
    title: { 'zh-CN': '机构与窗口的变化', en: 'Changes of the organisation' },
    mayFollow: (actor, siteId) =>
      siteId === ''
        ? mayAnywhere(actor, permissions.view.name)
        : may(actor, permissions.view.name, { siteId }),
  }),
];
