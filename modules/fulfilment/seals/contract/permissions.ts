import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  view: permission('seals.view', { 'zh-CN': '查看免费刻章', en: 'See sets of seals' }),
  handle: permission('seals.handle', {
    'zh-CN': '办理免费刻章（代为申领、派单、核对、发放、重刻）',
    en: 'Handle sets of seals: claim for firms, dispatch, check, hand out, have made again',
  }),
  manage: permission('seals.manage', {
    'zh-CN': '维护刻章单位与刻章规则',
    en: 'Keep makers and the rules of seals',
  }),
  settle: permission('seals.settle', {
    'zh-CN': '刻章月度结算',
    en: 'Settle the months of seals',
  }),
  claimOwn: permission('seals.claim-own', { 'zh-CN': '本企业免费刻章', en: 'One’s firm’s seals' }, [
    'own',
  ]),
  makeOwn: permission('seals.make-own', { 'zh-CN': '刻章单位接单', en: 'Work as a maker' }, [
    'own',
  ]),
} as const;
