import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  notInState: problem('courier/not-in-state', 409, {
    'zh-CN': '快件{number}目前为“{state}”，不能进行此项操作。',
    en: 'Parcel {number} is “{state}” now, so this cannot be done.',
  }),
  noCarrier: problem('courier/no-carrier', 409, {
    'zh-CN': '没有可用的快递公司，请先在快递公司中设置。',
    en: 'There is no carrier at work; set one among the carriers first.',
  }),
  carrierFailed: problem('courier/carrier-failed', 502, {
    'zh-CN': '快递公司没有接受订单：{reason}。可以稍后重试，不会重复下单。',
    en: 'The carrier did not take the order: {reason}. Try again later; it is never ordered twice.',
  }),
  alreadyOpen: problem('courier/already-open', 409, {
    'zh-CN': '该{what}已有在途快件{number}。',
    en: 'There is an open parcel {number} for this ({what}).',
  }),
  unknownCase: problem('courier/unknown-case', 400, {
    'zh-CN': '没有找到该办件。',
    en: 'There is no such case.',
  }),
  notReady: problem('courier/not-ready', 409, {
    'zh-CN': '办件{caseNo}尚未出证，还不能寄送结果。',
    en: 'The result of case {caseNo} is not ready to be sent.',
  }),
  notCollectable: problem('courier/not-collectable', 409, {
    'zh-CN': '该办件目前不需要递交材料，不能预约上门取件。',
    en: 'This case takes no papers now, so nothing can be fetched for it.',
  }),
  notEntitled: problem('courier/not-entitled', 409, {
    'zh-CN': '{reason}',
    en: '{reason}',
  }),
  signatureMissing: problem('courier/signature-missing', 400, {
    'zh-CN': '原件交寄必须由快递员签名。',
    en: 'Originals leave only with the signature of whoever takes them.',
  }),
  badSignature: problem('courier/bad-signature', 401, {
    'zh-CN': '推送签名不正确。',
    en: 'The signature of the push is not right.',
  }),
  notLinked: problem('courier/not-linked', 403, {
    'zh-CN': '当前登录没有对应的办事主体。',
    en: 'This sign-in stands for no person or firm.',
  }),
  monthNotOver: problem('courier/month-not-over', 409, {
    'zh-CN': '{month}尚未结束，不能对账。',
    en: '{month} is not over yet.',
  }),
  monthHandedOn: problem('courier/month-handed-on', 409, {
    'zh-CN': '{month}的结算单已提交（{number}），不能更改。',
    en: 'The settlement of {month} was handed on ({number}) and stays as it is.',
  }),
  monthOpen: problem('courier/month-open', 409, {
    'zh-CN': '{month}还没有账单，请先上传账单对账。',
    en: 'There is no bill of {month} yet; take it in first.',
  }),
  noContract: problem('courier/no-contract', 409, {
    'zh-CN': '{day}没有正在履行的快递计量合同，无法对账；请先在合同管理中登记。',
    en: 'No metered contract for parcels runs on {day}; register it among the contracts first.',
  }),
  nothingToSettle: problem('courier/nothing-to-settle', 409, {
    'zh-CN': '{month}没有可结算的快件。',
    en: 'There is nothing to settle in {month}.',
  }),
  billUnreadable: problem('courier/bill-unreadable', 422, {
    'zh-CN': '账单有{count}个单元格无法识别，第一个是{cell}（“{value}”）。请更正后重新上传。',
    en: '{count} cells of the bill cannot be read, the first is {cell} (“{value}”). Correct it and send it again.',
  }),
  lineSettled: problem('courier/line-settled', 409, {
    'zh-CN': '该行已随{month}结算，不能更改。',
    en: 'This line was settled with {month} and stays as it is.',
  }),
  notPayable: problem('courier/not-payable', 409, {
    'zh-CN': '账单第{row}行没有对应的妥投快件，不予支付，无需核定。',
    en: 'Row {row} of the bill stands for no delivered parcel, so there is nothing to judge.',
  }),
  alreadyBilled: problem('courier/already-billed', 409, {
    'zh-CN': '该快件已在{month}的账单中计费。',
    en: 'This parcel is billed with {month}.',
  }),
  carrierKnown: problem('courier/carrier-known', 409, {
    'zh-CN': '该快递公司代码已在使用。',
    en: 'This code of a carrier is in use.',
  }),
} as const;
