import type { Step } from './acts.ts';
import { DECIDED, RUNNING } from './state-groups.ts';

/** From the decision to the archive, and what can still happen afterwards (art. 44, 69). */
export const resultSteps = {
  'begin-certifying': {
    from: ['approved'],
    to: 'certifying',
    guards: [],
    who: { staff: 'issue' },
    title: { 'zh-CN': '开始制证', en: 'Begin to make the licence' },
  },
  issue: {
    from: ['approved', 'certifying'],
    to: 'ready',
    guards: ['supplements-in'],
    who: { staff: 'issue' },
    title: { 'zh-CN': '制证完成', en: 'Issue' },
  },
  dispatch: {
    from: ['ready', 'denied'],
    to: 'delivering',
    guards: ['delivery-offered'],
    who: { staff: 'deliver' },
    title: { 'zh-CN': '寄出', en: 'Dispatch' },
  },
  deliver: {
    from: ['ready', 'denied', 'delivering'],
    to: 'delivered',
    guards: ['delivery-proved'],
    who: { staff: 'deliver', applicant: true, system: true },
    title: { 'zh-CN': '送达', en: 'Deliver' },
  },
  'send-result-back': {
    from: ['ready'],
    to: 'delivering',
    guards: ['proxy-stage'],
    who: { staff: 'deliver' },
    title: { 'zh-CN': '结果寄回代收地', en: 'Send the result back' },
  },
  'hand-over': {
    from: ['delivering'],
    to: 'delivered',
    guards: ['proxy-stage', 'delivery-proved'],
    who: { staff: 'deliver' },
    title: { 'zh-CN': '代收地交付', en: 'Hand over' },
  },
  archive: {
    from: [
      'delivered',
      'refused',
      'not-needed',
      'withdrawn',
      'terminated',
      'revoked',
      'transferred',
    ],
    to: 'archived',
    guards: ['dossier-complete'],
    who: { staff: 'archive' },
    title: { 'zh-CN': '归档', en: 'Archive' },
  },
  revoke: {
    from: [...DECIDED, 'delivered', 'archived'],
    to: 'revoked',
    guards: ['permit-was-granted', 'reason-and-remedy'],
    who: { staff: 'revoke' },
    title: { 'zh-CN': '撤销许可', en: 'Revoke' },
  },
  'decide-again': {
    from: [...DECIDED, 'denied', 'delivered', 'archived', 'revoked'],
    to: 'reviewing',
    guards: ['decision-was-made', 'reason-given'],
    who: { staff: 'revoke' },
    title: { 'zh-CN': '重新作出决定', en: 'Decide again' },
  },
  'call-inspection': {
    from: [...DECIDED, 'delivered', 'archived'],
    to: 'same',
    guards: ['on-promise'],
    who: { system: true },
    title: { 'zh-CN': '后续核查到期', en: 'Inspection falls due' },
  },
  inspect: {
    from: [...DECIDED, 'delivered', 'archived'],
    to: 'same',
    guards: ['on-promise'],
    who: { staff: 'examine' },
    title: { 'zh-CN': '承诺核查', en: 'Inspect what was promised' },
  },
  'follow-children': {
    from: [...RUNNING, ...DECIDED, 'denied', 'delivered'],
    to: 'children',
    guards: [],
    who: { system: true },
    title: { 'zh-CN': '子件进展', en: 'Progress of the parts' },
  },
} as const satisfies Readonly<Record<string, Step>>;
