import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Id } from '#kernel/http/shapes.ts';

import { Act, Kind, Result, State } from './states.ts';

export const LIVE = 'complaints';

/** Ids and codes only: who complained is personal. */
const About = z.object({
  complaintId: Id,
  kind: Kind,
  departmentId: Id.nullable(),
  windowId: Id.nullable(),
  personId: Id.nullable(),
  caseId: Id.nullable(),
  state: State,
  version: z.number().int(),
});

const Score = z.object({
  scoreId: Id,
  item: z.string(),
  personId: Id.nullable(),
  windowId: Id.nullable(),
  departmentId: Id.nullable(),
  points: z.number(),
});

const live = () => LIVE;

export const events = {
  received: event({
    name: 'complaints.received',
    version: 1,
    title: { 'zh-CN': '收到诉求', en: 'Complaint received' },
    payload: About,
    live,
  }),
  wentOn: event({
    name: 'complaints.went-on',
    version: 1,
    title: { 'zh-CN': '诉求办理进展', en: 'Complaint went on' },
    payload: About.extend({ act: Act }),
    live,
  }),
  /** What 考评 counts: the complaint was found true. */
  proven: event({
    name: 'complaints.proven',
    version: 1,
    title: { 'zh-CN': '投诉属实', en: 'Complaint proven' },
    payload: About.extend({ result: Result }),
  }),
  overdue: event({
    name: 'complaints.overdue',
    version: 1,
    title: { 'zh-CN': '诉求办理超期', en: 'Complaint overdue' },
    payload: About.extend({ what: z.enum(['contact', 'handle', 'call-back']) }),
    live,
  }),
  revealed: event({
    name: 'complaints.person-revealed',
    version: 1,
    title: { 'zh-CN': '查看诉求人联系方式', en: 'Complainant revealed' },
    payload: z.object({ complaintId: Id }),
  }),
  scored: event({
    name: 'complaints.score-kept',
    version: 1,
    title: { 'zh-CN': '考评登记', en: 'Score kept' },
    payload: Score,
  }),
  appealed: event({
    name: 'complaints.score-appealed',
    version: 1,
    title: { 'zh-CN': '考评申诉', en: 'Score appealed against' },
    payload: Score,
  }),
  decided: event({
    name: 'complaints.score-decided',
    version: 1,
    title: { 'zh-CN': '考评申诉处理', en: 'Appeal decided' },
    payload: Score.extend({ stands: z.boolean() }),
  }),
  settingsChanged: event({
    name: 'complaints.settings-changed',
    version: 1,
    title: { 'zh-CN': '投诉与考评设置变更', en: 'Settings changed' },
    payload: z.object({ version: z.number().int() }),
  }),
} as const;
