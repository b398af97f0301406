import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  notLawful: problem('complaints/not-lawful', 409, {
    'zh-CN': '诉求处于“{state}”，不能“{act}”。',
    en: 'It is at "{state}"; "{act}" is not possible.',
  }),
  missing: problem('complaints/missing', 422, {
    'zh-CN': '请填写：{what}。',
    en: 'Please fill in: {what}.',
  }),
  unknownUnit: problem('complaints/unknown-unit', 422, {
    'zh-CN': '没有这个承办单位，或主办与协办重复。',
    en: 'There is no such unit, or the main unit assists itself.',
  }),
  cannotReturn: problem('complaints/cannot-return', 409, {
    'zh-CN': '指定办理的诉求不能退回；退回须在 {day} 前提出。',
    en: 'What was given by decision is not returned; a return is asked for by {day}.',
  }),
  extendedOnce: problem('complaints/extended-once', 409, {
    'zh-CN': '只能延期一次。',
    en: 'It can be extended once only.',
  }),
  extensionLate: problem('complaints/extension-late', 409, {
    'zh-CN': '延期须在期限 {day} 届满前提出，最多 {days} 个工作日。',
    en: 'An extension comes before {day} and has at most {days} working days.',
  }),
  redoneOnce: problem('complaints/redone-once', 409, {
    'zh-CN': '已重办一次。',
    en: 'It was handled again once already.',
  }),
  stillUnhappy: problem('complaints/still-unhappy', 409, {
    'zh-CN': '回访不满意，须先重办一次。',
    en: 'The caller was not content; handle it once more first.',
  }),
  notUnhappy: problem('complaints/not-unhappy', 409, {
    'zh-CN': '只有回访不满意才能重办。',
    en: 'It is handled again only when the caller was not content.',
  }),
  sameUnit: problem('complaints/same-unit', 403, {
    'zh-CN': '承办或被投诉单位的人员不得审核、回访。',
    en: 'People of the unit that handles it, or that it is about, do not review or call back.',
  }),
  targetPerson: problem('complaints/target-person', 403, {
    'zh-CN': '被投诉的本人不得经办，也不得查看诉求人。',
    en: 'Whoever it is about neither handles it nor sees who complained.',
  }),
  unknownItem: problem('complaints/unknown-item', 422, {
    'zh-CN': '没有启用这项考评。',
    en: 'There is no such item in force.',
  }),
  evidenceMissing: problem('complaints/evidence-missing', 422, {
    'zh-CN': '这项考评须写明依据。',
    en: 'This item needs its evidence.',
  }),
  appealTooLate: problem('complaints/appeal-too-late', 409, {
    'zh-CN': '申诉期限已于 {day} 届满。',
    en: 'The time to appeal ended on {day}.',
  }),
  notAppealed: problem('complaints/not-appealed', 409, {
    'zh-CN': '这条考评现在不能这样处理。',
    en: 'This score is not at a point where that can be done.',
  }),
  ownScore: problem('complaints/own-score', 403, {
    'zh-CN': '登记人不得处理自己登记的考评申诉。',
    en: 'Whoever kept the score does not decide the appeal.',
  }),
} as const;
