import { permissions } from '#kernel/notify/contract.ts';

import { definePages } from '../../../../kit/pages.ts';

/** Messages that leave the centre. */
export const notifyPages = definePages([
  {
    surface: 'console',
    path: '/outbox',
    title: { 'zh-CN': '发件箱', en: 'Outbox' },
    hint: {
      'zh-CN': '查看邮件、短信和推送是否送出，重发失败的消息',
      en: 'See whether e-mails, SMS and pushes left, and send failed ones again',
    },
    alsoCalled: { 'zh-CN': '短信 邮件 推送 消息', en: 'SMS e-mail push messages' },
    group: 'system',
    icon: 'mail',
    permission: permissions.view,
    load: () => import('./OutboxPage.tsx').then((file) => file.OutboxPage),
  },
]);
