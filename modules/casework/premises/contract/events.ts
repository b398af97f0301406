import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Id } from '#kernel/http/shapes.ts';
import type { Words } from '#kernel/problems/contract.ts';

import { FilingAct, Stage, Standing } from './state.ts';

/** Who shows filings follows this topic. */
export const LIVE = 'premises';

const About = z.object({
  filingId: Id,
  carrierId: Id,
  /** 备案编号; empty before the first filing. */
  number: z.string(),
  filedVersion: z.number().int(),
  town: z.string(),
  act: FilingAct,
  stage: Stage,
  standing: Standing,
});

const filingEvent = (what: string, title: Words) =>
  event({
    name: `premises.${what}`,
    version: 1,
    title,
    payload: About,
    live: ({ filingId }) => [LIVE, `${LIVE}/${filingId}`],
    liveFields: ['filingId', 'act', 'stage', 'standing'],
  });

const OfUnit = z.object({
  unitId: Id,
  filingId: Id,
  number: z.string(),
  filedVersion: z.number().int(),
});

export const events = {
  worked: filingEvent('worked-on', { 'zh-CN': '住所备案办理', en: 'Filing of premises worked on' }),
  submitted: filingEvent('submitted', { 'zh-CN': '住所备案提交', en: 'Premises submitted' }),
  returned: filingEvent('returned', { 'zh-CN': '住所备案退回', en: 'Premises returned' }),
  filed: filingEvent('filed', { 'zh-CN': '住所准予备案', en: 'Premises filed' }),
  suspended: filingEvent('suspended', { 'zh-CN': '住所暂停使用', en: 'Premises suspended' }),
  resumed: filingEvent('resumed', { 'zh-CN': '住所恢复使用', en: 'Premises resumed' }),
  revoked: filingEvent('revoked', { 'zh-CN': '住所备案撤销', en: 'Premises revoked' }),
  expired: filingEvent('expired', { 'zh-CN': '住所备案过期', en: 'Premises expired' }),
  unitChanged: event({
    name: 'premises.unit-changed',
    version: 1,
    title: { 'zh-CN': '房屋单元暂停或恢复', en: 'Unit suspended or resumed' },
    payload: OfUnit.extend({ isSuspended: z.boolean() }),
    live: ({ filingId }) => [LIVE, `${LIVE}/${filingId}`],
  }),
  used: event({
    name: 'premises.used',
    version: 1,
    title: { 'zh-CN': '住所备案调用', en: 'Filed premises used by a case' },
    payload: OfUnit.extend({ caseId: Id, caseNumber: z.string(), role: z.enum(['seat', 'place']) }),
    live: ({ filingId }) => [LIVE, `${LIVE}/${filingId}`],
  }),
  settled: event({
    name: 'premises.settled',
    version: 1,
    title: { 'zh-CN': '住所入驻或释放', en: 'Premises taken or freed' },
    payload: OfUnit.extend({ caseId: Id, outcome: z.enum(['settled', 'freed']) }),
    live: ({ filingId }) => [LIVE, `${LIVE}/${filingId}`],
  }),
  occupantChanged: event({
    name: 'premises.occupant-changed',
    version: 1,
    title: { 'zh-CN': '入驻主体变动', en: 'Occupant changed' },
    payload: OfUnit.extend({
      occupancyId: Id,
      what: z.enum(['left', 'unreachable', 'reachable', 'identified']),
    }),
    live: ({ filingId }) => [LIVE, `${LIVE}/${filingId}`],
  }),
  carrierChanged: event({
    name: 'premises.carrier-changed',
    version: 1,
    title: { 'zh-CN': '载体登记变动', en: 'Carrier changed' },
    payload: z.object({ carrierId: Id }),
    live: () => [LIVE],
  }),
  settingsChanged: event({
    name: 'premises.settings-changed',
    version: 1,
    title: { 'zh-CN': '住所备案规则变更', en: 'Rules of the premises register changed' },
    payload: z.object({ version: z.number().int() }),
  }),
} as const;
