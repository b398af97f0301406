import { problem } from '#kernel/problems/contract.ts';

/** Every refusal of money names the two figures, in yuan. */
export const problems = {
  notEnough: problem('contracts/not-enough', 409, {
    'zh-CN': '“{line}”可用余额不足：需要 {asked} 元，现有 {held} 元。',
    en: '“{line}” does not have enough available: {asked} yuan asked, {held} there.',
  }),
  notHeld: problem('contracts/not-held', 409, {
    'zh-CN': '“{line}”中{bucket}的金额不足：需要 {asked} 元，现有 {held} 元。',
    en: '“{line}” does not hold as much {bucket}: {asked} yuan asked, {held} there.',
  }),
  aboveItem: problem('contracts/above-item', 409, {
    'zh-CN': '中标（成交）金额 {asked} 元超过采购项目未用额度 {held} 元。',
    en: 'The award of {asked} yuan is above what the procurement item has left, {held}.',
  }),
  aboveAward: problem('contracts/above-award', 409, {
    'zh-CN': '合同价 {asked} 元超过中标（成交）金额 {held} 元。',
    en: 'The price of {asked} yuan is above the award of {held}.',
  }),
  aboveReserve: problem('contracts/above-reserve', 400, {
    'zh-CN': '预留份额 {asked} 元超过其所在金额 {held} 元：小微企业 ≤ 中小企业预留 ≤ 采购预算。',
    en: 'The part set aside, {asked} yuan, is above the {held} that it is a part of.',
  }),
  awardMissing: problem('contracts/award-missing', 400, {
    'zh-CN': '列入采购项目的合同须填写中标（成交）金额和日期；未列入的不填。',
    en: 'A contract of a procurement item names its award and the day; another has neither.',
  }),
  sharesWrong: problem('contracts/shares-wrong', 400, {
    'zh-CN': '各预算行分摊合计 {asked} 元，合同价 {held} 元，应相等，且每行只列一次。',
    en: 'The shares of the lines add up to {asked} yuan, the price is {held}; they have to be equal, each line once.',
  }),
  percentsWrong: problem('contracts/percents-wrong', 400, {
    'zh-CN': '各期付款比例合计 {asked}，应为 {held}。',
    en: 'The instalments add up to {asked}, not {held}.',
  }),
  typeWrong: problem('contracts/type-wrong', 400, {
    'zh-CN': '分期合同须有付款期次，计量合同须有计量标准，据实合同两者都不要。',
    en: 'A milestone contract has instalments, a metered one its meter, an as-incurred one neither.',
  }),
  paymentDaysWrong: problem('contracts/payment-days-wrong', 400, {
    'zh-CN': '约定付款期限 {asked} 日超过规定的最长期限 {held} 日。',
    en: 'Payment within {asked} days is agreed; at most {held} are allowed.',
  }),
  numberTaken: problem('contracts/number-taken', 409, {
    'zh-CN': '合同编号 {number} 已存在。',
    en: 'The contract number {number} exists already.',
  }),
  notReached: problem('contracts/not-reached', 409, {
    'zh-CN': '第 {seq} 期的付款条件尚未达到：条件日期 {held}，结算日期 {asked}。',
    en: 'Instalment {seq} is not reached: its event {held}, settled on {asked}.',
  }),
  alreadySettled: problem('contracts/already-settled', 409, {
    'zh-CN': '第 {seq} 期已结算 {held} 元，不能再结算 {asked} 元。',
    en: 'Instalment {seq} is settled with {held} yuan; {asked} more cannot be.',
  }),
  nothingCounted: problem('contracts/nothing-counted', 409, {
    'zh-CN': '到 {asked} 为止没有未结算的计量记录（未结算 {held} 件）。',
    en: 'Nothing unsettled is counted up to {asked} ({held} records).',
  }),
  countedAlready: problem('contracts/counted-already', 409, {
    'zh-CN': '计量记录 {key} 已列入结算，数量 {held}，不能再次结算或撤销 {asked}。',
    en: 'The record {key} is part of a settlement with {held}; {asked} cannot be settled or taken back again.',
  }),
  countedOtherwise: problem('contracts/counted-otherwise', 409, {
    'zh-CN': '计量记录 {key} 登记为 {held}，结算申请为 {asked}，两者不符。',
    en: 'The record {key} says {held}; the settlement says {asked}.',
  }),
  unitPriceWrong: problem('contracts/unit-price-wrong', 409, {
    'zh-CN': '单价 {asked} 元与合同单价 {held} 元不符。',
    en: 'The unit price of {asked} yuan is not that of the contract, {held}.',
  }),
  tooManyLines: problem('contracts/too-many-lines', 400, {
    'zh-CN': '一次结算 {asked} 条，应为 1 至 {held} 条。',
    en: 'A settlement has {asked} lines; 1 to {held} are possible.',
  }),
  settlementWrong: problem('contracts/settlement-wrong', 400, {
    'zh-CN': '结算内容与合同计价方式不符：分期合同填期次，计量合同填截止日，据实合同填金额。',
    en: 'What is settled does not fit the contract: an instalment, a last day, or an amount.',
  }),
  aboveContract: problem('contracts/above-contract', 409, {
    'zh-CN': '结算金额 {asked} 元超过合同未结算金额 {held} 元，请先办理调整。',
    en: 'The settlement of {asked} yuan is above what the contract has left, {held}; adjust it first.',
  }),
  aboveSettlement: problem('contracts/above-settlement', 409, {
    'zh-CN': '付款金额 {asked} 元超过应付未付金额 {held} 元。',
    en: 'The payment of {asked} yuan is above what is owed, {held}.',
  }),
  tooEarly: problem('contracts/too-early', 400, {
    'zh-CN': '日期 {asked} 不能早于 {held}。',
    en: 'The day {asked} cannot lie before {held}.',
  }),
  tooLate: problem('contracts/too-late', 400, {
    'zh-CN': '日期 {asked} 不能晚于 {held}。',
    en: 'The day {asked} cannot lie after {held}.',
  }),
  notRunning: problem('contracts/not-running', 409, {
    'zh-CN': '合同已结束，不能再办理此项业务。',
    en: 'The contract has ended; this cannot be done any more.',
  }),
  eventRecorded: problem('contracts/event-recorded', 409, {
    'zh-CN': '该事件已于 {held} 登记。',
    en: 'This event is recorded already, with the day {held}.',
  }),
  samePerson: problem('contracts/same-person', 403, {
    'zh-CN': '经办、审核、批准须为三个不同的人；{name} 已在本单据上签署。',
    en: 'Maker, checker and approver are three people; {name} has signed this document already.',
  }),
  notInState: problem('contracts/not-in-state', 409, {
    'zh-CN': '单据当前状态不允许此项操作，请查看最新状态。',
    en: 'The state of the document does not allow this; look at it again.',
  }),
  notReversible: problem('contracts/not-reversible', 409, {
    'zh-CN': '该单据不能冲销：其后的业务尚未冲销，或已冲销过。',
    en: 'It cannot be reversed: what followed it still stands, or it is reversed already.',
  }),
  tooOld: problem('contracts/too-old', 409, {
    'zh-CN':
      '资金已结转 {asked} 年，连续结转不得超过 {held} 年，应作结余收回（预算法实施条例第五十条）。',
    en: 'The money would be carried over for year {asked}; at most {held} are allowed, then it goes back.',
  }),
  nothingLeft: problem('contracts/nothing-left', 409, {
    'zh-CN': '合同已无未结算金额（需要大于 {asked} 元，现有 {held} 元）。',
    en: 'Nothing of the contract is left to move (more than {asked} yuan needed, {held} there).',
  }),
  yearNotOver: problem('contracts/year-not-over', 409, {
    'zh-CN': '{year} 年度尚未结束，结转于年终后办理。',
    en: 'The year {year} is not over; money is carried over after its end.',
  }),
  noRules: problem('contracts/no-rules', 409, {
    'zh-CN': '没有 {year} 年度的采购与支付标准，请先导入。',
    en: 'There are no rules of procurement and payment for {year}; load them first.',
  }),
  noBudget: problem('contracts/no-budget', 409, {
    'zh-CN': '{year} 年度没有已批复的预算。',
    en: 'There is no approved budget of {year}.',
  }),
} as const;
