import { permission } from '#kernel/access/contract-permission.ts';

/** Licences are looked up at every window; what is done to them belongs to the department that issued them. */
const desk = ['centre', 'site', 'department', 'window'] as const;

export const permissions = {
  view: permission('licences.view', { 'zh-CN': '查询电子证照', en: 'Look up licences' }, desk),
  verify: permission(
    'licences.verify',
    { 'zh-CN': '核验亮证码', en: 'Verify a licence that is shown' },
    desk,
  ),
  manage: permission(
    'licences.manage',
    {
      'zh-CN': '暂停、恢复、撤销、注销证照',
      en: 'Suspend, resume, revoke and cancel licences',
    },
    ['centre', 'department'],
  ),
  export: permission('licences.export', { 'zh-CN': '导出证照清单', en: 'Export licences' }, [
    'centre',
    'department',
  ]),
  manageKinds: permission('licences.manage-kinds', {
    'zh-CN': '维护证照类型',
    en: 'Change kinds of licence',
  }),
  viewOwn: permission(
    'licences.view-own',
    { 'zh-CN': '查看、出示本人或本单位证照', en: 'See and show one’s own licences' },
    ['own'],
  ),
} as const;
