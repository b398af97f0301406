import type { SlipInput } from './slip.ts';

/** A slip with every kind of block, as a queue prints one. */
export const aSlip: SlipInput = {
  blocks: [
    { kind: 'text', text: '某区行政服务中心', align: 'centre', bold: true },
    { kind: 'text', text: 'A012', align: 'centre', size: 3, bold: true },
    { kind: 'rule' },
    { kind: 'pair', left: '业务', right: '企业登记' },
    { kind: 'pair', left: '前面等候', right: '5 人' },
    { kind: 'text', text: '本单当天有效，超过时间请重新取号。叫号三次未到，本单作废。' },
    { kind: 'qr', text: 'https://example.test/t/abc', module: 5 },
    { kind: 'feed', lines: 1 },
  ],
};
