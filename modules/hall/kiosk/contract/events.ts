import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Id } from '#kernel/http/shapes.ts';

import { VisitEnd } from './routes.ts';

export const events = {
  visitOpened: event({
    name: 'kiosk.visit-opened',
    version: 1,
    title: { 'zh-CN': '自助终端开始接待', en: 'A visit began at a kiosk' },
    payload: z.object({
      visitId: Id,
      deviceId: Id,
      accountId: Id,
      way: z.enum(['id-card', 'code']),
    }),
  }),
  visitEnded: event({
    name: 'kiosk.visit-ended',
    version: 1,
    title: { 'zh-CN': '自助终端接待结束并清除', en: 'A visit at a kiosk ended and was wiped' },
    payload: z.object({ visitId: Id, deviceId: Id, why: VisitEnd, files: z.number().int() }),
  }),
  settingsChanged: event({
    name: 'kiosk.settings-changed',
    version: 1,
    title: { 'zh-CN': '自助终端设置变更', en: 'Settings of kiosks changed' },
    payload: z.object({ version: z.number().int() }),
  }),
  linkJoined: event({
    name: 'kiosk.link-joined',
    version: 1,
    title: { 'zh-CN': '手机已连接自助终端', en: 'A phone joined a kiosk' },
    payload: z.object({ visitId: Id, linkId: Id }),
  }),
} as const;
