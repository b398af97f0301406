import { accessEvents } from '#kernel/access/contract-events.ts';
import type { EventKind } from '#kernel/events/contract.ts';
import type { Words } from '#kernel/problems/contract.ts';
import { events as cases } from '#modules/casework/cases/contract.ts';
import { events as licences } from '#modules/casework/licences/contract.ts';
import { events as matters } from '#modules/casework/matters/contract.ts';
import { events as devices } from '#modules/registry/devices/contract.ts';
import { events as organisation } from '#modules/registry/organisation/contract.ts';
import { events as parties } from '#modules/registry/parties/contract.ts';
import { events as staff } from '#modules/registry/staff/contract.ts';

const declared: readonly EventKind[] = [
  accessEvents,
  organisation,
  staff,
  parties,
  devices,
  matters,
  licences,
  cases,
].flatMap((events) => Object.values<EventKind>(events));

/** Acts that are recorded without an event. */
const others: Readonly<Record<string, Words>> = {
  'audit.search': { 'zh-CN': '查询审计日志', en: 'Searched the audit log' },
  'audit.export': { 'zh-CN': '导出审计日志', en: 'Exported the audit log' },
  'audit.anchor': { 'zh-CN': '下载审计存证', en: 'Downloaded the anchor' },
  'audit.entries-pruned': { 'zh-CN': '清理到期审计记录', en: 'Removed expired entries' },
  'backup.requested': { 'zh-CN': '要求立即备份', en: 'Asked for a backup' },
  'backup.made': { 'zh-CN': '完成备份', en: 'Made a backup' },
  'backup.restored': { 'zh-CN': '从备份恢复', en: 'Restored a backup' },
  'backup.exported': { 'zh-CN': '导出全部数据', en: 'Exported all data' },
  'backup.imported': { 'zh-CN': '导入全部数据', en: 'Imported all data' },
  'cases.view': { 'zh-CN': '查看办件', en: 'Looked at a case' },
  'cases.export': { 'zh-CN': '导出办件', en: 'Exported cases' },
  'cases.archive': { 'zh-CN': '下载办件档案', en: 'Downloaded a dossier' },
  'licences.view': { 'zh-CN': '查看证照', en: 'Looked at a licence' },
  'documents.number-voided': { 'zh-CN': '作废文书编号', en: 'Voided a document number' },
  'files.download': { 'zh-CN': '下载文件', en: 'Downloaded a file' },
  'jobs.schedule-run': { 'zh-CN': '立即运行定时任务', en: 'Ran a schedule at once' },
  'organisation.window-departments-set': {
    'zh-CN': '设置窗口办理部门',
    en: 'Set what a window serves',
  },
  'parties.view-identity': { 'zh-CN': '查看身份信息', en: 'Looked at an identity' },
  'parties.field-revealed': { 'zh-CN': '查看个人信息原文', en: 'Saw personal data in full' },
};

const names: ReadonlyMap<string, Words> = new Map([
  ...Object.entries(others),
  ...declared.map(({ name, title }) => [name, title] as const),
]);

/** What was done, in words; undefined for an act that nobody has named. */
export function findActName(act: string): Words | undefined {
  return names.get(act);
}

/** The acts that have a name, for a list to choose from. */
export function listActNames(): ReadonlyArray<{ readonly act: string; readonly words: Words }> {
  return [...names].map(([act, words]) => ({ act, words }));
}
