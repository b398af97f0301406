import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  notFirm: problem('premises/not-a-firm', 403, {
    'zh-CN': '住所由运营单位备案，请以企业身份登录。',
    en: 'Premises are filed by the firm that runs them; sign in for a firm.',
  }),
  notInState: problem('premises/not-in-state', 409, {
    'zh-CN': '备案当前的状态不允许“{act}”，请刷新后查看。',
    en: 'The filing is not in a state for “{act}”; load the page again.',
  }),
  incomplete: problem('premises/incomplete', 422, {
    'zh-CN': '还有 {count} 处不符合备案要求：{first}',
    en: '{count} things do not meet the requirements: {first}',
  }),
  reasonMissing: problem('premises/reason-missing', 422, {
    'zh-CN': '请写明理由。',
    en: 'Give the reasons.',
  }),
  pointsUnchecked: problem('premises/points-unchecked', 422, {
    'zh-CN': '以下要点尚未核对：{points}。',
    en: 'These points were not checked: {points}.',
  }),
  toldBefore: problem('premises/told-before', 422, {
    'zh-CN': '“{point}”上次未指出、此后也未改动，不得再次退回（一次告知）。',
    en: '“{point}” was not named the last time and has not changed since; everything is told at once.',
  }),
  sameHand: problem('premises/same-hand', 403, {
    'zh-CN': '初核与准予备案应由不同人员办理。',
    en: 'Whoever checked it for the town cannot file it too.',
  }),
  proofOver: problem('premises/proof-over', 422, {
    'zh-CN': '“{proof}”已于{day}到期，不能备案。',
    en: '“{proof}” ended on {day}; it cannot be filed.',
  }),
  addressTaken: problem('premises/address-taken', 409, {
    'zh-CN': '{address} 已在备案 {number} 中，同一房屋不能重复备案。',
    en: '{address} stands in filing {number} already; a unit is filed once.',
  }),
  notInRenewal: problem('premises/not-in-renewal', 409, {
    'zh-CN': '备案有效期至{until}，到期前{days}日内方可延续。',
    en: 'It is valid until {until}; it can be renewed in the last {days} days.',
  }),
  isOver: problem('premises/is-over', 409, {
    'zh-CN': '备案已于{until}到期，请先延续。',
    en: 'It ended on {until}; renew it first.',
  }),
  notOver: problem('premises/not-over', 409, {
    'zh-CN': '备案尚未到期。',
    en: 'It is not over yet.',
  }),
  townUnknown: problem('premises/town-unknown', 422, {
    'zh-CN': '本区没有行政区划代码为 {code} 的街镇。',
    en: 'No town of this district has the code {code}.',
  }),
  unusable: problem('premises/unusable', 409, {
    'zh-CN': '不能使用该住所：{reason}',
    en: 'These premises cannot be used: {reason}',
  }),
  unitUnknown: problem('premises/unit-unknown', 404, {
    'zh-CN': '没有这一住所的备案，请重新选择。',
    en: 'These premises are not filed; choose again.',
  }),
  seatKept: problem('premises/seat-kept', 409, {
    'zh-CN': '{name} 的住所已登记在 {address}，一个经营主体只登记一处住所；请办理住所变更。',
    en: '{name} is registered at {address}. A subject has one registered address: have it changed instead.',
  }),
} as const;
