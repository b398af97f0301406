import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': { contracts: '合同', number: '合同编号', name: '合同名称', noContracts: '还没有合同' },
  en: { contracts: 'Contracts', number: 'Number', name: 'Name', noContracts: 'No contracts yet' },
});
