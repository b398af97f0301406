import { permission } from '#kernel/access/contract-permission.ts';

const places = ['centre', 'site', 'department', 'window'] as const;
const units = ['centre', 'department'] as const;

export const permissions = {
  view: permission('evaluation.view', { 'zh-CN': '查看好差评', en: 'See ratings' }, [
    ...places,
    'own',
  ]),
  invite: permission(
    'evaluation.invite',
    { 'zh-CN': '邀请评价', en: 'Invite to rate at the window' },
    places,
  ),
  assign: permission('evaluation.assign', {
    'zh-CN': '分派差评',
    en: 'Assign bad ratings',
  }),
  handle: permission(
    'evaluation.handle',
    { 'zh-CN': '核实整改差评', en: 'Verify and mend bad ratings' },
    units,
  ),
  review: permission('evaluation.review', {
    'zh-CN': '差评申诉复核',
    en: 'Review appeals and suspect ratings',
  }),
  callBack: permission('evaluation.call-back', {
    'zh-CN': '差评回访',
    en: 'Call raters back and close',
  }),
  reveal: permission(
    'evaluation.reveal',
    { 'zh-CN': '查看评价人联系方式', en: 'See how a rater can be reached' },
    units,
  ),
  export: permission(
    'evaluation.export',
    { 'zh-CN': '导出好差评统计', en: 'Export statistics' },
    units,
  ),
  manageSettings: permission('evaluation.manage-settings', {
    'zh-CN': '设置好差评',
    en: 'Set options, terms and rules of ratings',
  }),
  /** Held by a pad or kiosk itself. */
  collect: permission('evaluation.collect', { 'zh-CN': '评价器收集评价', en: 'Collect ratings' }, [
    'own',
  ]),
  rateOwn: permission('evaluation.rate-own', { 'zh-CN': '评价本人事项', en: 'Rate one’s own' }, [
    'own',
  ]),
} as const;
