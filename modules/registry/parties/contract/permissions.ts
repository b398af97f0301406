import { permission } from '#kernel/access/contract-permission.ts';

/** A record belongs to the centre; whoever serves at any window of it may be given these. */
const desk = ['centre', 'site', 'department', 'window'] as const;

export const permissions = {
  view: permission(
    'parties.view',
    { 'zh-CN': '查询办事主体（脱敏）', en: 'Look up citizens and firms (masked)' },
    desk,
  ),
  register: permission(
    'parties.register',
    { 'zh-CN': '登记与维护办事主体', en: 'Register citizens and firms, change their records' },
    desk,
  ),
  verify: permission(
    'parties.verify',
    { 'zh-CN': '核验身份', en: 'Verify identity against the paper' },
    desk,
  ),
  manageRepresentatives: permission(
    'parties.manage-representatives',
    { 'zh-CN': '登记代理与授权', en: 'Record representatives and their mandates' },
    desk,
  ),
  reveal: permission(
    'parties.reveal',
    { 'zh-CN': '查看个人信息原文', en: 'See personal data in full' },
    desk,
  ),
  merge: permission('parties.merge', {
    'zh-CN': '合并重复的办事主体',
    en: 'Merge records of one party',
  }),
  erase: permission('parties.erase', {
    'zh-CN': '受理个人信息查阅、复制与删除',
    en: 'Answer requests for copies and erasure of personal data',
  }),
  manageSettings: permission('parties.manage-settings', {
    'zh-CN': '设置个人信息保存期限',
    en: 'Set how long personal data is kept',
  }),
  viewOwn: permission('parties.view-own', { 'zh-CN': '查看本人信息', en: 'See one’s own record' }, [
    'own',
  ]),
  changeOwn: permission(
    'parties.change-own',
    { 'zh-CN': '维护本人联系方式与授权', en: 'Change one’s own contacts and mandates' },
    ['own'],
  ),
} as const;
