import { describe, expect, it } from 'vitest';

import { readPaper } from '#kernel/documents/pdf/read-back.ts';

import { DocumentKind, documentWords } from '../../contract/documents.ts';
import { documentPaper } from './document-paper.ts';
import { documentKindsOf } from './kinds-of.ts';
import type { DocumentSnapshot } from './snapshot.ts';

const snapshot: DocumentSnapshot = {
  form: 'onewindow/case-document/1',
  kind: 'receipt',
  number: '区市场监管局受〔2026〕12号',
  caseNo: '11310117MB0T00015N4000131012000202603050001',
  queryCode: 'K7M2P9QX',
  issuedAt: '2026-03-05T02:30:00.000Z',
  issuedOn: '2026-03-05',
  authority: { name: '上海市松江区市场监督管理局', creditCode: '11310117MB0T00015N' },
  contact: '021-90001201',
  supervision: '12345',
  applicant: {
    kind: 'organisation',
    name: '上海演示餐饮管理有限公司',
    identifier: '91310117MA1TE5T0X0',
    agent: '王小明',
  },
  matter: { name: '食品经营许可', item: '食品经营许可（新办）', isPermit: true },
  byName: '李芳',
  receivedAt: '2026-03-05T02:10:00.000Z',
  acceptedOn: '2026-03-05',
  acceptMode: 'complete',
  noticeDueOn: '2026-03-12',
  promisedDueOn: '2026-03-23',
  statutoryDueOn: '2026-04-02',
  supplementDueOn: '2026-03-16',
  papers: [
    { name: '食品经营许可申请书', state: 'accepted', originals: 1, copies: 0 },
    { name: '营业执照', state: 'exempt', originals: 0, copies: 0 },
    { name: '食品安全规章制度', state: 'deferred', originals: 0, copies: 0 },
  ],
  corrections: [
    { about: '设施布局图', defect: '未标注操作流程', howToFix: '按示例补充操作流程后重新上传' },
    { about: '负责人电话', defect: '号码少一位', howToFix: '更正为本人在用的手机号码' },
  ],
  correctionDueOn: '2026-04-02',
  special: {
    kind: 'expert-review',
    neededDays: 10,
    from: '2026-03-09',
    reason: '新工艺需要专家评审',
  },
  extension: { days: 10, before: '2026-03-23', reason: '现场核查需要复核' },
  decision: {
    content: '热食类食品制售，经营面积 120 平方米',
    validFrom: '2026-03-20',
    validTo: '2031-03-19',
    result: '食品经营许可证',
  },
  promise: '经营场所和设施已达到法定条件。',
  inspectBy: '2026-05-20',
  reason: '经营场所与申请材料不一致。',
  remedy: '可以自收到本决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼。',
  delivery: {
    way: 'window',
    at: '2026-03-24T01:00:00.000Z',
    recipient: '王小明',
    place: '松江区行政服务中心 12 号窗口',
    trackingNo: '',
    byName: '李芳',
  },
};

const render = (kind: DocumentKind, locale: 'zh-CN' | 'en' = 'zh-CN', isReprint = false) =>
  documentPaper.render(
    {
      snapshot: { ...snapshot, kind },
      verifyUrl: 'https://centre.example/verify/2345-6789',
      code: 'ABCD-EFGH-JKMN',
      isReprint,
    },
    { locale, createdAt: new Date(snapshot.issuedAt) },
  );

const textOf = async (kind: DocumentKind, locale?: 'zh-CN' | 'en', isReprint?: boolean) =>
  (await readPaper((await render(kind, locale, isReprint)).bytes)).pages
    .join('')
    .replaceAll(/\s/g, '');

describe('a statutory paper', () => {
  it.each(DocumentKind.options)(
    'says what it is, its number and who gave it out: %s',
    async (kind) => {
      const text = await textOf(kind);
      expect(text).toContain(documentWords[kind]['zh-CN']);
      expect(text).toContain('区市场监管局受〔2026〕12号');
      expect(text).toContain('上海市松江区市场监督管理局');
      expect(text).not.toContain('〓');
    },
  );

  it('that is a receipt says that it is no acceptance, and until when an answer is due', async () => {
    const text = await textOf('receipt');
    expect(text).toContain('不表示申请已被受理');
    expect(text).toContain('2026年3月12日');
    expect(text).toContain('免于提交');
  });

  it('of correction lists every defect with how to put it right', async () => {
    const text = await textOf('correction-notice');
    for (const { defect, howToFix } of snapshot.corrections) {
      expect(text).toContain(defect);
      expect(text).toContain(howToFix);
    }
  });

  it.each(['refusal', 'denial', 'revocation'] as const)(
    'that refuses names reason and remedy: %s',
    async (kind) => {
      const text = await textOf(kind);
      expect(text).toContain('经营场所与申请材料不一致');
      expect(text).toContain('行政复议');
    },
  );

  it('says when it is printed again', async () => {
    expect(await textOf('approval')).not.toContain('补打');
    expect(await textOf('approval', 'zh-CN', true)).toContain('补打');
  });

  it('in English says that the Chinese text is the official one', async () => {
    expect(await textOf('acceptance-notice', 'en')).toContain('theChinesetextistheofficialone');
  });

  it('has the same bytes each time', async () => {
    const [first, second] = await Promise.all([render('approval'), render('approval')]);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});

describe('an act', () => {
  it('of acceptance gives out the notice, and the promise that came with it', () => {
    const accepted = (acceptMode: 'complete' | 'tolerant' | 'promise') =>
      documentKindsOf({ act: 'accept' }, { acceptMode, kind: 'single' });
    expect(accepted('complete')).toEqual(['acceptance-notice']);
    expect(accepted('tolerant')).toEqual(['acceptance-notice', 'tolerance-promise']);
    expect(accepted('promise')).toEqual(['acceptance-notice', 'commitment']);
  });

  it('on a leading case gives out the receipt alone', () => {
    const parent = { acceptMode: null, kind: 'parent' } as const;
    expect(documentKindsOf({ act: 'receive-at-window' }, parent)).toEqual(['receipt']);
    expect(documentKindsOf({ act: 'approve' }, parent)).toEqual([]);
  });
});
