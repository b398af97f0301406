import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  alreadyRated: problem('evaluation/already-rated', 409, {
    'zh-CN': '本次服务已经评价。',
    en: 'This service has been rated already.',
  }),
  notOpen: problem('evaluation/not-open', 409, {
    'zh-CN': '评价时间已过，最迟 {day} 评价。',
    en: 'The time to rate has passed; it was open until {day}.',
  }),
  beforeService: problem('evaluation/before-service', 422, {
    'zh-CN': '评价时间早于服务时间。',
    en: 'The rating is older than the service.',
  }),
  optionOfOtherGrade: problem('evaluation/option-of-other-grade', 422, {
    'zh-CN': '选项 {code} 不属于所选等级，或不在评价指标内。',
    en: 'The option {code} does not belong to the grade, or to the options in force.',
  }),
  sayWhy: problem('evaluation/say-why', 422, {
    'zh-CN': '请至少选一项原因，或写几个字，以便我们改进。',
    en: 'Please choose a reason or write a few words, so that we can mend it.',
  }),
  notAPad: problem('evaluation/not-a-pad', 403, {
    'zh-CN': '只有装在窗口上的设备可以调用。',
    en: 'Only a device that stands at a window may call this.',
  }),
  notInvited: problem('evaluation/not-invited', 409, {
    'zh-CN': '本窗口没有等待评价的服务。',
    en: 'No service of this window waits for a rating here.',
  }),
  notAsked: problem('evaluation/not-asked', 409, {
    'zh-CN': '评价器上没有等待签名的这份文书，可能已签名、已取消或已超时。',
    en: 'The pad does not ask to sign this: it was signed, taken back, or its time is over.',
  }),
  otherText: problem('evaluation/other-text', 409, {
    'zh-CN': '屏幕上显示的文书与发起签名的不一致，请重新发起。',
    en: 'The text on the screen is not the one that was asked about; please ask again.',
  }),
  noPicture: problem('evaluation/no-picture', 422, {
    'zh-CN': '签名不是有效的图片，请重新签名。',
    en: 'The signature is no picture that can be kept; please sign again.',
  }),
  nobodyAtWindow: problem('evaluation/nobody-at-window', 409, {
    'zh-CN': '窗口今日没有值岗人员，不能邀请评价。',
    en: 'Nobody stands at this window today, so nobody can be rated.',
  }),
  notLawful: problem('evaluation/not-lawful', 409, {
    'zh-CN': '差评处于“{state}”，不能“{act}”。',
    en: 'The bad rating is at "{state}"; "{act}" is not possible.',
  }),
  sameUnit: problem('evaluation/same-unit', 403, {
    'zh-CN': '被评单位的人员不得复核或回访本单位的差评。',
    en: 'People of the unit that was rated may neither review nor call back.',
  }),
  ratedPerson: problem('evaluation/rated-person', 403, {
    'zh-CN': '被评价的本人不得经办本差评，也不得查看评价人。',
    en: 'Who was rated may neither handle the rating nor see the rater.',
  }),
  handledBefore: problem('evaluation/handled-before', 403, {
    'zh-CN': '整改经办人不得回访、复核或办结。',
    en: 'Who handled it may not review, call back or close it.',
  }),
  replyMissing: problem('evaluation/reply-missing', 409, {
    'zh-CN': '尚未公开答复，不能办结。',
    en: 'There is no published answer yet, so it cannot be closed.',
  }),
  personalInReply: problem('evaluation/personal-in-reply', 422, {
    'zh-CN': '公开答复含有电话、证件号等个人信息：{found}。',
    en: 'The published answer holds personal data: {found}.',
  }),
  reopenedOnce: problem('evaluation/reopened-once', 409, {
    'zh-CN': '已重新整改一次。',
    en: 'It was reopened once already.',
  }),
  raterUnhappy: problem('evaluation/rater-unhappy', 409, {
    'zh-CN': '回访不满意，须先重新整改一次。',
    en: 'The rater was not content; mend it once more first.',
  }),
  raterContent: problem('evaluation/rater-content', 409, {
    'zh-CN': '只有回访不满意才能重新整改。',
    en: 'It is reopened only when the rater was not content.',
  }),
  appealTooLate: problem('evaluation/appeal-too-late', 409, {
    'zh-CN': '申诉期限已于 {day} 届满。',
    en: 'The time to appeal ended on {day}.',
  }),
  appealedOnce: problem('evaluation/appealed-once', 409, {
    'zh-CN': '复核已作出结论，不能再次申诉。',
    en: 'A review has been held; there is no second one.',
  }),
  notSuspect: problem('evaluation/not-suspect', 409, {
    'zh-CN': '这条评价没有待核查的疑点。',
    en: 'This rating waits for no check.',
  }),
  optionsWrong: problem('evaluation/options-wrong', 422, {
    'zh-CN': '评价指标有误：{what}。',
    en: 'The options are not right: {what}.',
  }),
  versionInForce: problem('evaluation/valid-from-past', 422, {
    'zh-CN': '新指标须自明天或以后启用，且晚于已有版本。',
    en: 'New options begin tomorrow or later, after every version there is.',
  }),
} as const;
