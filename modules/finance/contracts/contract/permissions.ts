import { permission } from '#kernel/access/contract-permission.ts';

/** Maker, checker and approver of one document are three people; the roles keep the acts apart, the database the people. */
export const permissions = {
  view: permission('contracts.view', {
    'zh-CN': '查看预算执行、合同与支付',
    en: 'See budget execution, contracts and payments',
  }),
  prepare: permission('contracts.prepare', {
    'zh-CN': '经办采购、合同、结算、支付单据',
    en: 'Prepare documents of procurement, contracts, settlements and payments',
  }),
  check: permission('contracts.check', {
    'zh-CN': '审核财务单据',
    en: 'Check documents that others prepared',
  }),
  approve: permission('contracts.approve', {
    'zh-CN': '批准财务单据',
    en: 'Approve documents that others prepared and checked',
  }),
  manageRules: permission('contracts.manage-rules', {
    'zh-CN': '维护采购限额标准、导入台账期初',
    en: 'Keep the yearly rules of procurement, load the ledger’s beginnings',
  }),
} as const;
