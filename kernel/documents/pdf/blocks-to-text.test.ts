import { expect, it } from 'vitest';

import { blocksToText } from './blocks-to-text.ts';

it('says everything that a paper says, in its order', () => {
  const text = blocksToText([
    { kind: 'title', text: '受理通知书' },
    { kind: 'document-number', text: '松政服〔2026〕12号' },
    { kind: 'paragraph', text: [{ text: '你单位的' }, { text: '申请', bold: true }] },
    { kind: 'list', items: ['身份证', '照片'] },
    { kind: 'fields', items: [{ label: '办件编号', value: '123' }] },
    {
      kind: 'table',
      columns: [
        { heading: '材料', width: 1 },
        { heading: '情况', width: 1 },
      ],
      rows: [['身份证', '原件']],
    },
    {
      kind: 'keep',
      blocks: [
        { kind: 'qr', content: 'https://x' },
        { kind: 'signature', organisation: '区行政服务中心', date: '2026年1月20日' },
      ],
    },
  ]);
  expect(text.split('\n')).toEqual([
    '受理通知书',
    '松政服〔2026〕12号',
    '你单位的申请',
    '1. 身份证',
    '2. 照片',
    '办件编号：123',
    '材料 | 情况',
    '身份证 | 原件',
    '区行政服务中心',
    '2026年1月20日',
  ]);
});
