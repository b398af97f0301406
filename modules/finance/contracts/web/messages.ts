import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    contracts: '合同、预算执行台账、结算与支付',
    code: '代码',
    nameZh: '中文名称',
    nameEn: '英文名称',
    none: '还没有记录',
    noneHint: '新增后会显示在这里。',
  },
  en: {
    contracts: 'Contracts, the execution ledger of the budget, settlements and payments',
    code: 'Code',
    nameZh: 'Chinese name',
    nameEn: 'English name',
    none: 'Nothing here yet',
    noneHint: 'What is added is shown here.',
  },
});
