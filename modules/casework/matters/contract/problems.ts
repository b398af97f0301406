import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  notAPicture: problem('matters/not-a-picture', 422, {
    'zh-CN': '请提供一页 JPEG 或 PNG 图片，不超过 10 MB。',
    en: 'Give one page as a JPEG or PNG picture of at most 10 MB.',
  }),
  readingFailed: problem('matters/reading-failed', 503, {
    'zh-CN': '暂时无法识别，请手工填写。',
    en: 'The page cannot be read now; please type it.',
  }),
  codeTaken: problem('matters/code-taken', 409, {
    'zh-CN': '编码 {code} 已用于另一事项。',
    en: 'The code {code} belongs to another matter already.',
  }),
  codeFixed: problem('matters/code-fixed', 409, {
    'zh-CN': '事项编码不能更改（{code}），请新建事项。',
    en: 'The code of a matter ({code}) does not change; create another matter.',
  }),
  draftExists: problem('matters/draft-exists', 409, {
    'zh-CN': '{who} 已在编制该事项的草稿。',
    en: '{who} is drafting this matter already.',
  }),
  wrongState: problem('matters/wrong-state', 409, {
    'zh-CN': '该版本当前状态不允许此操作，请刷新后查看。',
    en: 'The edition is no longer in the state for this; reload to see it.',
  }),
  ownDraft: problem('matters/own-draft', 403, {
    'zh-CN': '该版本由您（{who}）编制，须由他人审核发布。',
    en: 'You ({who}) drafted this edition; another person has to publish it.',
  }),
  hasFindings: problem('matters/has-findings', 422, {
    'zh-CN': '该版本有 {count} 处不符合规范，不能发布：{first}',
    en: 'The edition breaks {count} rules and cannot be published: {first}',
  }),
  startsInPast: problem('matters/starts-in-past', 422, {
    'zh-CN': '生效日期不得早于今天（{today}）。',
    en: 'An edition cannot come into force before today ({today}).',
  }),
  endsBeforeStart: problem('matters/ends-before-start', 422, {
    'zh-CN': '失效日期不得早于生效日期。',
    en: 'The last day lies before the first.',
  }),
  laterEdition: problem('matters/later-edition', 409, {
    'zh-CN': '已有自 {day} 起生效的版本，新版本须在该日之后生效。',
    en: 'An edition in force from {day} is published already; this one has to start after it.',
  }),
  notInForce: problem('matters/not-in-force', 404, {
    'zh-CN': '该事项目前没有生效的办事指南。',
    en: 'No guide of this matter is in force.',
  }),
  unknownItem: problem('matters/unknown-item', 404, {
    'zh-CN': '该事项没有这个办理项。',
    en: 'The matter has no such item.',
  }),
  unreadableCatalogue: problem('matters/unreadable-catalogue', 422, {
    'zh-CN': '文件无法读取：{reason}',
    en: 'The file cannot be read: {reason}',
  }),
} as const;
