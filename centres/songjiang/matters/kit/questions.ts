import { chosen } from './conditions.ts';
import type { Condition, ScenarioQuestion } from './shapes.ts';
import { type Both, compact, toText } from './words.ts';

interface QuestionOptions {
  readonly help?: Both;
  readonly when?: Condition;
}

/** One answer; the options by their key, in the order in which they are shown. */
export const single = question('single');
/** Any number of answers. */
export const multiple = question('multiple');

function question(kind: ScenarioQuestion['kind']) {
  return (
    key: string,
    text: Both,
    options: Readonly<Record<string, Both>>,
    more: QuestionOptions = {},
  ): ScenarioQuestion =>
    compact({
      key,
      text: toText(text),
      help: more.help && toText(more.help),
      kind,
      showIf: more.when,
      options: Object.entries(options).map(([option, name]) => ({
        key: option,
        text: toText(name),
      })),
    });
}

export const yesNo = (key: string, text: Both, more: QuestionOptions = {}): ScenarioQuestion =>
  single(key, text, { yes: '是 | Yes', no: '否 | No' }, more);

/** Who comes: asked by nearly every matter, answered last. */
export const agentQuestion = yesNo('agent', '是否委托代理人办理？ | Does an agent apply for you?', {
  help: '由他人代为办理的，需要授权委托书。 | Somebody else needs your power of attorney.',
});

export const byAgent: Condition = chosen('agent', 'yes');

/** 告知承诺 or the ordinary way. */
export const wayQuestion = single(
  'way',
  '选择哪种办理方式？ | Which way of handling do you choose?',
  {
    ordinary: '一般程序：先审查后决定 | Ordinary: examined first, then decided',
    promise: '告知承诺：书面承诺符合条件后直接决定 | By promise: decided on your written promise',
  },
  {
    help: '选择告知承诺的，行政机关将在决定后核查承诺内容，承诺不实的依法撤销决定。 | Where you promise, it is checked after the decision, and a false promise has the decision revoked.',
  },
);

export const byPromise: Condition = chosen('way', 'promise');
