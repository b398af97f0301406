import type { Words } from '#kernel/problems/contract.ts';

import type { LicenceState } from '../../contract.ts';

/** The states as papers and sheets name them. */
export const STATE_WORDS: Readonly<Record<LicenceState, Words>> = {
  valid: { 'zh-CN': '有效', en: 'Valid' },
  suspended: { 'zh-CN': '暂停', en: 'Suspended' },
  revoked: { 'zh-CN': '已撤销', en: 'Revoked' },
  cancelled: { 'zh-CN': '已注销', en: 'Cancelled' },
  expired: { 'zh-CN': '已过期', en: 'Expired' },
  superseded: { 'zh-CN': '已换发', en: 'Superseded' },
};
