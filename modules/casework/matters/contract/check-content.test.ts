import { describe, expect, test } from 'vitest';

import {
  checkBundle,
  checkContent,
  checkSuccession,
  compareContents,
  type HandlingItem,
  MatterContent,
  mergeBundle,
  resolveBundle,
} from '../contract.ts';
import { aBundle, aContent, anItem, aPaper, TASK_CODE } from '../server/test-content.ts';

const rulesOf = (content: MatterContent) =>
  checkContent(content).map(({ rule, place, weight }) => `${weight} ${rule} ${place}`);
const withItem = (more: Partial<HandlingItem>) => rulesOf(aContent({ items: [anItem(more)] }));

describe('an edition that keeps every rule', () => {
  test('has no findings, and fits its shape', () => {
    expect(checkContent(aContent())).toEqual([]);
    expect(MatterContent.safeParse(aContent()).error).toBeUndefined();
  });
});

describe('an edition is refused', () => {
  test('when the promise is longer than the law, in the same unit or whatever the calendar', () => {
    const promised = { count: 21, unit: 'working-day' } as const;
    expect(withItem({ promised })).toEqual(['error promise-over-law items.new.promised']);
    expect(withItem({ promised: { count: 3, unit: 'month' } })).toEqual([
      'error promise-over-law items.new.promised',
    ]);
    expect(withItem({ promised: { count: 25, unit: 'natural-day' } })).toEqual([
      'warning promise-over-law items.new.promised',
    ]);
    const when = { question: 'way', chosen: 'promise' };
    expect(withItem({ promisedWhen: [{ when, limit: promised }] })).toEqual([
      'error promise-over-law items.new.promisedWhen.0',
    ]);
  });

  test('when 即办件 and the promise do not agree', () => {
    const promised = { count: 0, unit: 'working-day' } as const;
    expect(withItem({ promised })).toEqual(['error project-type items.new.projectType']);
    expect(withItem({ promised, projectType: '1' })).toEqual([]);
    expect(withItem({ projectType: '1' })).toEqual(['error project-type items.new.projectType']);
    expect(withItem({ projectType: '9' })).toEqual([]);
  });

  test.each([
    ['食品经营许可证', '20', false],
    ['学历证书', '30', false],
    ['关于设立的批复', '10', false],
    ['审批批文', '20', true],
    ['登记证明', '30', true],
  ] as const)('when the result 「%s」 is not of type %s as it is called', (zh, type, isRight) => {
    const { result } = anItem();
    const found = withItem({ result: { ...result, name: { zh }, type } });
    expect(found).toEqual(isRight ? [] : ['error result-type items.new.result.type']);
  });

  test('when applying online takes more visits than at the window', () => {
    expect(rulesOf(aContent({ visits: { window: 0, online: 1 } }))).toEqual([
      'error visits visits.online',
    ]);
  });

  test('when a fee is counted by a field that is no number', () => {
    const fee = {
      key: 'fee',
      name: { zh: '登记费' },
      amountFen: 8_000,
      standard: '每件80元',
      basis: '发改价格规〔2019〕1931号',
    };
    expect(withItem({ fees: [fee] })).toEqual([]);
    expect(withItem({ fees: [{ ...fee, perField: 'area' }] })).toEqual([]);
    expect(withItem({ fees: [{ ...fee, perField: 'shop-name' }] })).toEqual([
      'error fee-without-basis items.new.fees.fee.perField',
    ]);
  });

  test.each([
    '提交其他材料',
    '符合其他条件',
    '法律、法规规定的其他材料',
    '身份证等相关材料',
    '营业执照等相关证明',
    '提供其他有关证明材料',
  ])('when it leaves open what is asked for: 「%s」', (text) => {
    expect(withItem({ conditions: [text] })).toEqual(['error catch-all items.new.conditions.0']);
  });

  test.each(['申请人为企业或其他组织', '不影响其他业主', '材料齐全且符合法定形式'])(
    'but not when it names what it means: 「%s」',
    (text) => {
      expect(withItem({ conditions: [text] })).toEqual([]);
    },
  );

  test('when a main paper may follow later, or a promise stands in where lives are at stake', () => {
    const papers = [...anItem().papers, aPaper('main', { isMain: true, isDeferrable: true })];
    expect(withItem({ papers })).toEqual(['error tolerance items.new.papers.main']);
    expect(rulesOf(aContent({ promiseExcluded: 'public-safety' }))).toEqual([
      'error commitment items.new.commitment',
    ]);
  });

  test('when its codes do not fit each other', () => {
    expect(rulesOf(aContent({ catalogCode: '000131013000' }))).toEqual(['error code catalogCode']);
    expect(rulesOf(aContent({ taskType: '20' }))).toEqual(['error code taskType']);
    expect(rulesOf(aContent({ useLevels: ['3'] }))).toEqual(['error code useLevels']);
    const broken = `${TASK_CODE.slice(0, 17)}A${TASK_CODE.slice(18)}`;
    expect(rulesOf(aContent({ taskCode: broken }))).toContain('error code taskCode');
    expect(withItem({ code: `${'1'.repeat(31)}01` })).toEqual(['error code items.new.code']);
  });

  test('when a key stands twice, or a condition names what is not there', () => {
    expect(withItem({ papers: [...anItem().papers, aPaper('layout')] })).toEqual([
      'error key items.new.papers.layout',
    ]);
    const includeIf = { question: 'way', chosen: 'nothing' };
    expect(withItem({ papers: [...anItem().papers, aPaper('x', { includeIf })] })).toEqual([
      'error condition items.new.papers.x.includeIf',
    ]);
  });
});

describe('two editions', () => {
  test('that say the same make no new one, whatever the order of their members', () => {
    const { name, ...others } = aContent();
    expect(checkSuccession(aContent(), { ...others, name }).map(({ rule }) => rule)).toEqual([
      'new-edition',
    ]);
  });

  test('are compared part by part, by their keys', () => {
    const [first, ...rest] = anItem().papers;
    if (first === undefined) throw new Error('No papers');
    const changed = { ...first, copies: 2 };
    const after = aContent({ items: [anItem({ papers: [changed, aPaper('new'), ...rest] })] });
    const found = compareContents(aContent(), after);
    expect(found.map(({ path, act, before, after: now }) => [path, act, before, now])).toEqual([
      ['items.new.papers.application.copies', 'changed', '0', '2'],
      ['items.new.papers.new', 'added', '', '材料new'],
    ]);
    expect(found[0]?.labels.map((label) => label['zh-CN'])).toEqual([
      '业务办理项',
      '食品经营许可新办',
      '申请材料',
      '材料application',
      '复印件份数',
    ]);
  });
});

describe('a bundle of matters', () => {
  const items = { one: anItem(), two: anItem(), three: anItem() };
  const codes = ['01', '02', '03'].map((serial) => `${TASK_CODE}${serial}`);
  const bundle = aBundle(codes);

  test('that hangs together has no findings', () => {
    expect(checkBundle(bundle, items)).toEqual([]);
  });

  test('is refused when members are not in force, wait in a circle, or parts are not there', () => {
    const rules = (more: Partial<typeof bundle>, known = items as Partial<typeof items>) =>
      checkBundle({ ...bundle, ...more }, known as typeof items).map(({ place }) => place);
    expect(rules({}, { one: anItem(), two: anItem() })).toContain('members.three');
    const [one, two, three] = bundle.members;
    if (one === undefined || two === undefined || three === undefined) throw new Error('Members');
    const circle = [{ ...one, after: ['two'] }, { ...two, after: ['one'] }, three];
    expect(rules({ members: circle })).toEqual(['members.one.after', 'members.two.after']);
    const fills = [{ member: 'one', field: 'nothing' }];
    expect(rules({ commonFields: [{ field: 'name', fills }] })).toContain('commonFields.name.one');
    expect(rules({ kind: 'industry-licence' })).toEqual(['compositeLicence']);
  });

  test('asks once what is common, and each member for the rest where it is applied for', () => {
    const { questions, form } = mergeBundle(bundle, items);
    expect(questions.map(({ key }) => key)).toEqual([
      'one-way',
      'one-cold',
      'two-way',
      'two-cold',
      'three-way',
      'three-cold',
    ]);
    expect(questions[1]?.showIf).toEqual({ question: 'one-way', chosen: 'ordinary' });
    const keys = form.sections.flatMap((section) => section.fields.map(({ key }) => key));
    expect(keys.filter((key) => key.endsWith('shop-name'))).toEqual([]);
  });

  test('runs its members at once, one after the other, or after those that they name', () => {
    const stages = (more: Partial<typeof bundle>) =>
      resolveBundle({ ...bundle, ...more }, items, {}, {}).members.map(({ stage }) => stage);
    expect(stages({})).toEqual([0, 0, 0]);
    expect(stages({ mode: 'serial' })).toEqual([0, 1, 2]);
    const [one, two, three] = bundle.members;
    if (one === undefined || two === undefined || three === undefined) throw new Error('Members');
    expect(stages({ members: [one, two, { ...three, after: ['one'] }] })).toEqual([0, 0, 1]);
  });

  test('needs one paper for those that it stands for, required when one member requires it', () => {
    const optional = anItem({
      papers: anItem().papers.map((paper) => ({ ...paper, necessity: '2' as const })),
    });
    const needs = resolveBundle(bundle, { ...items, one: optional }, {}, { name: '小店' });
    const merged = needs.papers.filter(({ fills }) => fills.length > 1);
    expect(merged.map(({ key, need, fills }) => [key, need, fills.length])).toEqual([
      ['application', 'required', 3],
    ]);
    expect(needs.members.every(({ values }) => values['shop-name'] === '小店')).toBe(true);
  });

  test('leaves out a member that is not applied for', () => {
    const question = {
      key: 'sign',
      text: { zh: '设招牌？' },
      kind: 'single' as const,
      options: [
        { key: 'yes', text: { zh: '是' } },
        { key: 'no', text: { zh: '否' } },
      ],
    };
    const members = bundle.members.map((member) =>
      member.key === 'two' ? { ...member, includeIf: { question: 'sign', chosen: 'yes' } } : member,
    );
    const chosen = { ...bundle, questions: [question], members };
    expect(checkBundle(chosen, items)).toEqual([]);
    const keysFor = (answer: string) =>
      resolveBundle(chosen, items, { sign: [answer] }, {}).members.map(({ key }) => key);
    expect(keysFor('yes')).toEqual(['one', 'two', 'three']);
    expect(keysFor('no')).toEqual(['one', 'three']);
  });
});
