import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Id } from '#kernel/http/shapes.ts';

import { OrderAct, Severity } from './contract-shapes.ts';

const About = z.object({ deviceId: Id, assetNo: z.string(), kindCode: z.string(), siteId: Id });
const board = () => 'devices';

export const events = {
  changed: event({
    name: 'devices.device-changed',
    version: 1,
    title: { 'zh-CN': '设备台账变更', en: 'Device changed' },
    payload: About.extend({ act: z.enum(['registered', 'changed']) }),
    live: board,
  }),
  enrolmentOpened: event({
    name: 'devices.enrolment-opened',
    version: 1,
    title: { 'zh-CN': '设备注册码已生成', en: 'Enrolment opened' },
    payload: About,
  }),
  keysRevoked: event({
    name: 'devices.keys-revoked',
    version: 1,
    title: { 'zh-CN': '设备密钥已吊销', en: "Device's keys revoked" },
    payload: About.extend({ reason: z.string() }),
    live: board,
  }),
  silent: event({
    name: 'devices.device-silent',
    version: 1,
    title: { 'zh-CN': '设备失联', en: 'Device fell silent' },
    payload: About.extend({ lastSeenAt: z.string() }),
    live: board,
  }),
  back: event({
    name: 'devices.device-back',
    version: 1,
    title: { 'zh-CN': '设备恢复联机', en: 'Device is back' },
    payload: About,
    live: board,
  }),
  selfTested: event({
    name: 'devices.self-tested',
    version: 1,
    title: { 'zh-CN': '设备自检完成', en: 'Device tested itself' },
    payload: About.extend({ passed: z.boolean(), failedParts: z.array(z.string()) }),
    live: board,
  }),
  faultRaised: event({
    name: 'devices.fault-raised',
    version: 1,
    title: { 'zh-CN': '设备报障', en: 'Fault raised' },
    payload: About.extend({ faultId: Id, code: z.string(), severity: Severity }),
    live: board,
  }),
  faultResolved: event({
    name: 'devices.fault-resolved',
    version: 1,
    title: { 'zh-CN': '故障已排除', en: 'Fault resolved' },
    payload: About.extend({ faultId: Id, code: z.string() }),
    live: board,
  }),
  printerSaved: event({
    name: 'devices.printer-saved',
    version: 1,
    title: { 'zh-CN': '打印方式变更', en: "Device's printer changed" },
    payload: About.extend({ transport: z.string() }),
    live: board,
  }),
  slipPrinted: event({
    name: 'devices.slip-settled',
    version: 1,
    title: { 'zh-CN': '小票打印结果', en: 'Slip printed or not' },
    payload: About.extend({ jobId: Id, state: z.string(), trouble: z.string().nullable() }),
    live: board,
  }),
  orderGiven: event({
    name: 'devices.order-given',
    version: 1,
    title: { 'zh-CN': '远程指令已下达', en: 'Order given' },
    payload: About.extend({ orderId: Id, act: OrderAct }),
    live: ({ deviceId }) => `device/${deviceId}`,
  }),
  orderAnswered: event({
    name: 'devices.order-answered',
    version: 1,
    title: { 'zh-CN': '远程指令已执行', en: 'Order answered' },
    payload: About.extend({ orderId: Id, act: OrderAct, outcome: z.string() }),
    live: board,
  }),
} as const;
