import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Id } from '#kernel/http/shapes.ts';

import { MandateKind, PartyKind, Verification } from './shapes.ts';

const Merged = z.object({ mergeId: Id, fromId: Id, intoId: Id });
const Mandated = z.object({
  mandateId: Id,
  principalId: Id,
  representativeId: Id,
  kind: MandateKind,
});

/**
 * What other modules hear. Ids only, and nothing on the live channel: who was registered when is itself
 * personal. Whoever may see the person asks for the masked record.
 */
export const events = {
  registered: event({
    name: 'parties.party-registered',
    version: 1,
    title: { 'zh-CN': '办事主体登记', en: 'Party registered' },
    payload: z.object({ partyId: Id, kind: PartyKind }),
  }),
  changed: event({
    name: 'parties.party-changed',
    version: 1,
    title: { 'zh-CN': '办事主体信息变更', en: 'Party changed' },
    payload: z.object({
      partyId: Id,
      what: z.enum(['details', 'contacts', 'identifiers', 'sign-in']),
    }),
  }),
  verified: event({
    name: 'parties.identity-verified',
    version: 1,
    title: { 'zh-CN': '身份核验', en: 'Identity verified' },
    payload: z.object({ partyId: Id, level: Verification }),
  }),
  representativeAdded: event({
    name: 'parties.representative-added',
    version: 1,
    title: { 'zh-CN': '登记代理关系', en: 'Representative added' },
    payload: Mandated,
  }),
  representativeRevoked: event({
    name: 'parties.representative-revoked',
    version: 1,
    title: { 'zh-CN': '撤销代理关系', en: 'Representative revoked' },
    payload: Mandated,
  }),
  merged: event({
    name: 'parties.parties-merged',
    version: 1,
    title: { 'zh-CN': '办事主体合并', en: 'Parties merged' },
    payload: Merged,
  }),
  mergeUndone: event({
    name: 'parties.merge-undone',
    version: 1,
    title: { 'zh-CN': '撤销合并', en: 'Merge undone' },
    payload: Merged,
  }),
  duplicateDismissed: event({
    name: 'parties.duplicate-dismissed',
    version: 1,
    title: { 'zh-CN': '排除疑似重复', en: 'Not the same party' },
    payload: z.object({ partyId: Id, otherId: Id }),
  }),
  exported: event({
    name: 'parties.data-exported',
    version: 1,
    title: { 'zh-CN': '提供个人信息副本', en: 'Copy of personal data given' },
    payload: z.object({ partyId: Id, isOwn: z.boolean() }),
  }),
  erased: event({
    name: 'parties.party-erased',
    version: 1,
    title: { 'zh-CN': '个人信息已删除', en: 'Personal data erased' },
    payload: z.object({ partyId: Id }),
  }),
  erasureRefused: event({
    name: 'parties.erasure-refused',
    version: 1,
    title: { 'zh-CN': '未予删除个人信息', en: 'Erasure refused' },
    payload: z.object({ partyId: Id, until: z.string() }),
  }),
  keysRotated: event({
    name: 'parties.keys-rotated',
    version: 1,
    title: { 'zh-CN': '个人信息换钥加密', en: 'Personal data sealed with a new key' },
    payload: z.object({ rows: z.number().int() }),
  }),
  settingsChanged: event({
    name: 'parties.settings-changed',
    version: 1,
    title: { 'zh-CN': '个人信息保存期限变更', en: 'Retention changed' },
    payload: z.object({ keepYears: z.number().int() }),
  }),
} as const;
