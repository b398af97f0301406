import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  type Answers,
  answerQuestion,
  checkContent,
  checkForm,
  type FormValues,
  pruneAnswers,
  resolveRequirements,
  type ScenarioQuestion,
  showForm,
} from '../contract.ts';
import { aContent, anItem, aPaper } from '../server/test-content.ts';

const OPTIONS = ['a', 'b', 'c'];

/** Up to six questions; each may hang on an option of one before it. */
const questionList = fc
  .array(
    fc.record({
      kind: fc.constantFrom('single' as const, 'multiple' as const),
      parent: fc.nat(),
      option: fc.constantFrom(...OPTIONS),
      hangs: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ kind, parent, option, hangs }, index): ScenarioQuestion => ({
      key: `q${index}`,
      text: { zh: `问题${index}` },
      kind,
      options: OPTIONS.map((key) => ({ key, text: { zh: key } })),
      ...(hangs && index > 0 ? { showIf: { question: `q${parent % index}`, chosen: option } } : {}),
    })),
  );

/** Any answers, to questions that exist or not, with options that exist or not. */
const anyAnswers = fc.dictionary(
  fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q9'),
  fc.uniqueArray(fc.constantFrom(...OPTIONS, 'z'), { maxLength: 4 }),
);

const itemWith = (questions: readonly ScenarioQuestion[]) =>
  anItem({
    questions: [...questions],
    papers: [
      aPaper('always'),
      ...questions.map(({ key }) =>
        aPaper(`for-${key}`, { includeIf: { question: key, chosen: 'a' } }),
      ),
    ],
    promisedWhen: [],
    form: { sections: [] },
  });

describe('answers to the questions of a matter', () => {
  test('give the same papers whenever they are the same, in whatever order they were given', () => {
    fc.assert(
      fc.property(questionList, anyAnswers, (questions, answers) => {
        const item = itemWith(questions);
        const backwards = Object.fromEntries(Object.entries(answers).toReversed());
        expect(resolveRequirements(item, backwards, {})).toEqual(
          resolveRequirements(item, answers, {}),
        );
      }),
    );
  });

  test('that are not asked for change nothing, and pruning twice prunes once', () => {
    fc.assert(
      fc.property(questionList, anyAnswers, (questions, answers) => {
        const item = itemWith(questions);
        const pruned = pruneAnswers(questions, answers);
        expect(pruneAnswers(questions, pruned)).toEqual(pruned);
        expect(resolveRequirements(item, pruned, {})).toEqual(
          resolveRequirements(item, answers, {}),
        );
        const { questions: asked } = resolveRequirements(item, answers, {});
        expect(Object.keys(pruned).every((key) => asked.includes(key))).toBe(true);
      }),
    );
  });

  test('below a question that is answered anew are cleared', () => {
    fc.assert(
      fc.property(questionList, anyAnswers, (questions, answers) => {
        const before = pruneAnswers(questions, answers);
        const [root] = questions;
        const chosen = before['q0']?.[0] === 'a' ? ['b'] : ['a'];
        const after = answerQuestion(questions, before, root?.key ?? '', chosen);
        const below = questions.filter(
          ({ showIf }) => showIf !== undefined && 'question' in showIf && showIf.question === 'q0',
        );
        expect(below.every(({ key }) => after[key] === undefined)).toBe(true);
      }),
    );
  });

  test('given once more as they were change nothing', () => {
    const { questions } = anItem();
    const answers: Answers = { way: ['ordinary'], cold: ['yes'] };
    expect(answerQuestion(questions, answers, 'way', ['ordinary'])).toEqual(answers);
    expect(answerQuestion(questions, answers, 'way', ['promise'])).toEqual({ way: ['promise'] });
  });
});

describe('the check of scenarios', () => {
  const rulesOf = (item: ReturnType<typeof anItem>) =>
    checkContent(aContent({ items: [item] })).map(({ rule, place }) => `${rule} ${place}`);

  test('finds each paper that no answers lead to, and only those', () => {
    fc.assert(
      fc.property(questionList, (questions) => {
        const item = itemWith(questions);
        const impossible = aPaper('never', {
          includeIf: {
            all: [{ question: 'q0', chosen: 'a' }, { not: { question: 'q0', chosen: 'a' } }],
          },
        });
        const found = checkContent(
          aContent({ items: [{ ...item, papers: [...item.papers, impossible] }] }),
        ).filter(({ rule }) => rule === 'unreachable-paper');
        const reachable = new Set(
          everyAnswer(questions).flatMap((answers) =>
            resolveRequirements(item, answers, {}).papers.map(({ paper }) => paper.key),
          ),
        );
        const lost = item.papers.filter(({ key }) => !reachable.has(key)).map(({ key }) => key);
        expect(found.map(({ place }) => place.split('.').at(-1))).toEqual([...lost, 'never']);
      }),
      { numRuns: 30 },
    );
  });

  test('finds a question that nobody is asked, one that decides nothing, and one that hangs on a later one', () => {
    const { questions } = anItem();
    const [way, cold] = questions;
    if (way === undefined || cold === undefined) throw new Error('No questions');
    const both = {
      all: [
        { question: 'way', chosen: 'ordinary' },
        { question: 'way', chosen: 'promise' },
      ],
    };
    expect(rulesOf(anItem({ questions: [way, { ...cold, showIf: both }] }))).toContain(
      'orphan-question items.new.questions.cold',
    );
    const idle = { ...way, key: 'idle' };
    expect(rulesOf(anItem({ questions: [...questions, idle] }))).toEqual([
      'orphan-question items.new.questions.idle',
    ]);
    expect(rulesOf(anItem({ questions: [cold, way] }))).toContain(
      'condition items.new.questions.cold.showIf',
    );
  });

  test('finds an end without required papers, unless one is expressly not asked for or there are none at all', () => {
    const only = aPaper('x', { includeIf: { question: 'way', chosen: 'promise' } });
    const cold = aPaper('y', { includeIf: { question: 'cold', chosen: 'yes' } });
    expect(rulesOf(anItem({ papers: [only, cold] }))).toContain('no-papers items.new.papers');
    const exempt = aPaper('z', { exempt: { by: 'data' } });
    expect(rulesOf(anItem({ papers: [only, cold, exempt] })).join()).not.toContain('no-papers');
    const none = anItem({ papers: [], tolerance: { allowed: false, supplementDays: 5 } });
    expect(rulesOf(none).join()).not.toContain('no-papers');
  });

  test('knows values of fields on either side of what they are compared with', () => {
    const large = aPaper('large', { includeIf: { field: 'area', atLeast: 300 } });
    const { papers } = anItem();
    expect(rulesOf(anItem({ papers: [...papers, large] }))).toEqual([]);
    const lost = aPaper('lost', {
      includeIf: {
        all: [{ field: 'area', atLeast: 300 }, { not: { field: 'area', atLeast: 10 } }],
      },
    });
    expect(rulesOf(anItem({ papers: [...papers, lost] }))).toEqual([
      'unreachable-paper items.new.papers.lost',
    ]);
  });
});

/** Every full set of single answers. */
function everyAnswer(questions: readonly ScenarioQuestion[]): Answers[] {
  return questions.reduce<Answers[]>(
    (all, { key }) => all.flatMap((answers) => OPTIONS.map((o) => ({ ...answers, [key]: [o] }))),
    [{}],
  );
}

describe('a form', () => {
  const { form } = anItem();

  test('asks only for what is shown, and drops what is not', () => {
    const values: FormValues = { 'shop-name': '小店', area: 20, 'cold-room-size': 'x' };
    expect(showForm(form, { way: ['promise'] }, values).values).toEqual({
      'shop-name': '小店',
      area: 20,
    });
    expect(checkForm(form, { way: ['promise'] }, { 'shop-name': '小店', area: 20 })).toEqual([]);
    const cold = checkForm(form, { way: ['ordinary'], cold: ['yes'] }, { area: 20 });
    expect(cold.map(({ path, code }) => [path, code])).toEqual([
      ['shop-name', 'required'],
      ['cold-room-size', 'required'],
    ]);
  });

  test('refuses values of no field, and values that their field does not take', () => {
    const found = checkForm(form, {}, { 'shop-name': 'x'.repeat(51), area: 0.001, strange: 1 });
    expect(found.map(({ path, code }) => [path, code])).toEqual([
      ['shop-name', 'too-long'],
      ['area', 'too-little'],
      ['strange', 'unknown-field'],
    ]);
  });

  test('never throws, whatever is filled in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (values) => {
        expect(Array.isArray(checkForm(form, {}, values))).toBe(true);
      }),
    );
  });
});
