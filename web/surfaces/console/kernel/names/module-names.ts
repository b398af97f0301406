import type { Words } from '#kernel/problems/contract.ts';

/** Parts of the system as administrators know them, by the first part of a permission, an event or an act. */
const names: Readonly<Record<string, Words>> = {
  access: { 'zh-CN': '账号与权限', en: 'Accounts and permissions' },
  audit: { 'zh-CN': '审计', en: 'Audit' },
  backup: { 'zh-CN': '备份', en: 'Backups' },
  calendar: { 'zh-CN': '工作日历', en: 'Calendar' },
  documents: { 'zh-CN': '文书', en: 'Documents' },
  events: { 'zh-CN': '事件投递', en: 'Events' },
  files: { 'zh-CN': '文件', en: 'Files' },
  imports: { 'zh-CN': '导入导出', en: 'Import and export' },
  jobs: { 'zh-CN': '后台任务', en: 'Background jobs' },
  notify: { 'zh-CN': '通知', en: 'Messages' },
  organisation: { 'zh-CN': '机构与大厅', en: 'Organisation and hall' },
  staff: { 'zh-CN': '人员', en: 'Staff' },
  parties: { 'zh-CN': '办事主体', en: 'Citizens and firms' },
  devices: { 'zh-CN': '设备', en: 'Devices' },
  matters: { 'zh-CN': '政务服务事项', en: 'Matters' },
  licences: { 'zh-CN': '电子证照', en: 'Licences' },
  cases: { 'zh-CN': '办件', en: 'Cases' },
};

/** The part of the system that a name such as `access.signed-in` belongs to; undefined when it is not known. */
export function findModuleName(name: string): Words | undefined {
  return names[name.split('.', 1)[0] ?? ''];
}
