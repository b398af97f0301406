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
  carrierKnown: problem('courier/carrier-known', 409, {
    'zh-CN': '该快递公司代码已在使用。',
    en: 'This code of a carrier is in use.',
  }),
} as const;
