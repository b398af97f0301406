import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  unknownKind: problem('licences/unknown-kind', 404, {
    'zh-CN': '没有这种证照类型：{kind}。',
    en: 'There is no such kind of licence: {kind}.',
  }),
  notIssuedHere: problem('licences/not-issued-here', 409, {
    'zh-CN': '“{kind}”由其他机关签发，本中心只能调用，不能制发。',
    en: '“{kind}” is issued elsewhere; it can be used here, not issued.',
  }),
  contentWrong: problem('licences/content-wrong', 400, {
    'zh-CN': '证照内容不符合“{kind}”的要素：{fields}。',
    en: 'The content does not fit the fields of “{kind}”: {fields}.',
  }),
  validityWrong: problem('licences/validity-wrong', 400, {
    'zh-CN': '有效期的截止日不能早于起始日。',
    en: 'The last day of validity cannot lie before the first.',
  }),
  membersWrong: problem('licences/members-wrong', 400, {
    'zh-CN': '行业综合许可证须载明同一持证主体的至少一项有效许可。',
    en: 'A composite licence carries at least one licence of the same holder that is valid.',
  }),
  notInState: problem('licences/not-in-state', 409, {
    'zh-CN': '证照当前的状态不允许进行此项操作，请查看最新状态。',
    en: 'The state that the licence is in now does not allow this; look at it again.',
  }),
  groundWrong: problem('licences/ground-wrong', 400, {
    'zh-CN': '所选依据不适用于这项操作或证照当前的状态。',
    en: 'This ground does not fit the act, or the state that the licence is in.',
  }),
  notInRenewal: problem('licences/not-in-renewal', 409, {
    'zh-CN': '现在不能办理延续：应在有效期届满前 {days} 日内、届满之前申请。',
    en: 'It cannot be renewed now: that is possible in the last {days} days of its validity.',
  }),
  notRenewable: problem('licences/not-renewable', 409, {
    'zh-CN': '该证照长期有效或不办理延续。',
    en: 'This licence has no end, or is of a kind that is not renewed.',
  }),
  lastVersion: problem('licences/last-version', 409, {
    'zh-CN': '版本号已到 999，请重新制发。',
    en: 'It has reached version 999; issue a new licence.',
  }),
  notLinked: problem('licences/not-linked', 403, {
    'zh-CN': '当前登录没有对应的办事主体，无法查看证照。',
    en: 'This sign-in stands for no person or firm, so there are no licences to see.',
  }),
  notShowable: problem('licences/not-showable', 409, {
    'zh-CN': '只有有效的证照可以出示。',
    en: 'Only a valid licence can be shown.',
  }),
  codeUnknown: problem('licences/code-unknown', 404, {
    'zh-CN': '亮证码无效或已过期，请持证人刷新后再出示。',
    en: 'This code is not valid or too old; ask the holder for a fresh one.',
  }),
  codeUsed: problem('licences/code-used', 409, {
    'zh-CN': '该亮证码已被核验过，不能重复使用，请持证人出示新的亮证码。',
    en: 'This code was used already and works once only; ask the holder for a new one.',
  }),
  tooGeneral: problem('licences/too-general', 400, {
    'zh-CN': '请输入完整的证件号码、证照编号，或至少两个字的持证人名称。',
    en: 'Type a whole number, or at least two characters of the holder’s name.',
  }),
} as const;
