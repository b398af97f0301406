import type { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

import type { SpecialProcedureKind } from '../../contract/of-matters.ts';

/** What stands on the papers themselves. The Chinese text is the official one. */
export const words = {
  caseNo: { 'zh-CN': '办件编号', en: 'Case number' },
  queryCode: { 'zh-CN': '查询码', en: 'Query code' },
  matter: { 'zh-CN': '申请事项', en: 'Matter' },
  item: { 'zh-CN': '业务办理项', en: 'Handling item' },
  applicant: { 'zh-CN': '申请人', en: 'Applicant' },
  identifier: { 'zh-CN': '证件号码', en: 'Identifier' },
  agent: { 'zh-CN': '代理人', en: 'Agent' },
  receivedAt: { 'zh-CN': '收件时间', en: 'Received' },
  receivedBy: { 'zh-CN': '收件人', en: 'Received by' },
  contact: { 'zh-CN': '联系电话', en: 'Telephone' },
  supervision: { 'zh-CN': '监督电话', en: 'Complaints' },
  to: { 'zh-CN': '{applicant}：', en: 'To {applicant}:' },
  paperName: { 'zh-CN': '材料名称', en: 'Paper' },
  paperState: { 'zh-CN': '情况', en: 'State' },
  originals: { 'zh-CN': '原件', en: 'Originals' },
  copies: { 'zh-CN': '复印件', en: 'Copies' },
  papers: { 'zh-CN': '收到的材料', en: 'Papers received' },
  about: { 'zh-CN': '材料或内容', en: 'About' },
  defect: { 'zh-CN': '不齐全或不符合法定形式之处', en: 'What is wrong' },
  howToFix: { 'zh-CN': '如何补正', en: 'How to put it right' },
  signHere: { 'zh-CN': '申请人（代理人）签名', en: 'Applicant or agent' },
  servedBy: { 'zh-CN': '送达人签名', en: 'Served by' },
  verify: { 'zh-CN': '扫码核验真伪', en: 'Scan to verify' },
  verifyCode: { 'zh-CN': '验证码 {code}', en: 'Code {code}' },
  translation: {
    'zh-CN': '译文仅供参考，以中文文本为准。',
    en: 'This translation is for information only; the Chinese text is the official one.',
  },
  reprint: { 'zh-CN': '补打', en: 'Printed again' },

  receiptNote: {
    'zh-CN':
      '本凭证只表明已收到上述材料，不表示申请已被受理。本机关将于{day}前告知是否受理；逾期不告知的，自收到申请材料之日起即为受理（《行政许可法》第三十二条第一款第四项）。',
    en: 'This receipt only says that the papers above were received; it is not an acceptance. You will be told by {day} whether the application is accepted; if you are not, it counts as accepted from the day the papers were received (Administrative Licensing Law, art. 32(1)(4)).',
  },
  receiptNoteOpen: {
    'zh-CN': '本凭证只表明已收到上述材料，不表示申请已被受理。',
    en: 'This receipt only says that the papers above were received; it is not an acceptance.',
  },
  correctionBody: {
    'zh-CN':
      '你（单位）提出的“{matter}”申请，材料不齐全或者不符合法定形式。依据《行政许可法》第三十二条第一款第四项，现将需要补正的全部内容一次告知如下：',
    en: 'Your application for "{matter}" is incomplete or not in the form that the law requires. Under art. 32(1)(4) of the Administrative Licensing Law you are told here, at once, everything that has to be corrected:',
  },
  correctionHow: {
    'zh-CN':
      '请于{day}前到收件窗口或者通过网上“我的办件”补正。补正后，本机关自收到全部补正材料之日起重新审查。',
    en: 'Please correct it by {day}, at the window or online under "My cases". It is examined again from the day on which all corrections have arrived.',
  },
  acceptComplete: {
    'zh-CN':
      '你（单位）提出的“{matter}”申请，材料齐全、符合法定形式。依据《行政许可法》第三十二条第一款第五项，决定自{day}起予以受理。',
    en: 'Your application for "{matter}" is complete and in the form that the law requires. Under art. 32(1)(5) of the Administrative Licensing Law it is accepted as of {day}.',
  },
  acceptDeemed: {
    'zh-CN':
      '你（单位）提出的“{matter}”申请，本机关未在收到材料之日起五个工作日内告知需要补正的内容。依据《行政许可法》第三十二条第一款第四项，自收到申请材料之日（{day}）起即为受理。',
    en: 'You were not told within five working days that your application for "{matter}" has to be corrected. Under art. 32(1)(4) of the Administrative Licensing Law it counts as accepted from {day}, the day its papers were received.',
  },
  acceptTolerant: {
    'zh-CN':
      '你（单位）提出的“{matter}”申请，主要材料齐全、符合法定形式，同意容缺受理，自{day}起计算办理期限。所缺材料须于{supplement}前补齐。',
    en: 'The main papers of your application for "{matter}" are complete; it is accepted with papers to follow as of {day}. The missing papers are due by {supplement}.',
  },
  acceptPromise: {
    'zh-CN': '你（单位）提出的“{matter}”申请，按告知承诺方式办理，自{day}起予以受理。',
    en: 'Your application for "{matter}" is handled on your commitment and accepted as of {day}.',
  },
  acceptDue: {
    'zh-CN':
      '承诺办结日期为{promised}，法定办结日期为{statutory}。听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间不计算在内。',
    en: 'The decision is promised by {promised} and due by law on {statutory}. Time for hearings, bidding, auctions, inspection, testing, quarantine, appraisal and expert review is not counted.',
  },
  refusalBody: {
    'zh-CN': '你（单位）提出的“{matter}”申请，经审查，决定不予受理。理由：{reason}',
    en: 'Your application for "{matter}" is not accepted. Reason: {reason}',
  },
  notNeededBody: {
    'zh-CN':
      '你（单位）提出的“{matter}”申请，依法不需要取得许可。依据《行政许可法》第三十二条第一款第一项，即时告知不受理。说明：{reason}',
    en: 'What you applied for, "{matter}", needs no permit by law. Under art. 32(1)(1) of the Administrative Licensing Law you are told so at once. Note: {reason}',
  },
  toleranceBody: {
    'zh-CN':
      '“{matter}”申请缺少下列次要材料。申请人自愿申请容缺受理，承诺于{day}前补齐；逾期未补齐的，同意终止办理，由此产生的后果自行承担。',
    en: 'The application for "{matter}" lacks the minor papers below. The applicant asks for acceptance with papers to follow and promises to hand them in by {day}; otherwise the case ends, and the consequences are the applicant’s.',
  },
  commitmentBody: {
    'zh-CN': '“{matter}”的办理条件和所需材料已一次性告知。申请人承诺：{promise}',
    en: 'The conditions and papers of "{matter}" were told at once. The applicant commits as follows: {promise}',
  },
  commitmentAfter: {
    'zh-CN':
      '本机关将依法对承诺内容进行核查。承诺不实的，责令限期整改；逾期不整改或者整改后仍不符合条件的，依法撤销决定，并记入信用记录。',
    en: 'The authority will inspect what was promised. A broken promise has to be put right within a period; otherwise the decision is revoked and the fact entered in the credit record.',
  },
  commitmentInspect: { 'zh-CN': '核查期限：{day}前。', en: 'Inspection by {day}.' },
  specialBody: {
    'zh-CN':
      '办理“{matter}”依法需要进行{kind}，自{day}起预计需要{days}个工作日。依据《行政许可法》第四十五条，所需时间不计算在办理期限内。事由：{reason}',
    en: 'By law "{matter}" needs {kind}, from {day}, for about {days} working days. Under art. 45 of the Administrative Licensing Law this time is not counted. Reason: {reason}',
  },
  extensionBody: {
    'zh-CN':
      '“{matter}”原定于{before}前作出决定。因下列理由，经本机关负责人批准，依据《行政许可法》第四十二条延长{days}个工作日，至{after}。理由：{reason}',
    en: 'The decision on "{matter}" was due by {before}. With the approval of the head of this authority and under art. 42 of the Administrative Licensing Law the period is extended by {days} working days, to {after}. Reason: {reason}',
  },
  approvalBody: {
    'zh-CN':
      '你（单位）于{applied}提出的“{matter}”申请，经审查，符合法定条件。依据《行政许可法》第三十八条第一款，决定准予。',
    en: 'Your application of {applied} for "{matter}" meets the conditions of the law. Under art. 38(1) of the Administrative Licensing Law it is approved.',
  },
  approvalBodyOther: {
    'zh-CN': '你（单位）于{applied}提出的“{matter}”申请，经审查，符合规定条件，决定准予办理。',
    en: 'Your application of {applied} for "{matter}" meets the conditions and is approved.',
  },
  content: { 'zh-CN': '准予内容', en: 'What is approved' },
  result: { 'zh-CN': '办理结果', en: 'Result' },
  valid: { 'zh-CN': '有效期', en: 'Valid' },
  validTo: { 'zh-CN': '{from}至{to}', en: '{from} to {to}' },
  validOpen: { 'zh-CN': '自{from}起长期有效', en: 'From {from} without an end' },
  approvalIssue: {
    'zh-CN':
      '证照自本决定作出之日起十个工作日内颁发、送达（第四十四条）。本决定依法公开，公众有权查阅（第四十条）。',
    en: 'The licence is issued and delivered within ten working days of this decision (art. 44). The decision is public (art. 40).',
  },
  denialBody: {
    'zh-CN':
      '你（单位）于{applied}提出的“{matter}”申请，经审查，决定不予许可。事实、理由和依据：{reason}',
    en: 'Your application of {applied} for "{matter}" is denied. Facts, reasons and grounds: {reason}',
  },
  remedy: { 'zh-CN': '救济途径：{remedy}', en: 'Remedy: {remedy}' },
  endBody: {
    'zh-CN': '“{matter}”（{caseNo}）终止办理。事由：{reason}',
    en: 'The case "{matter}" ({caseNo}) has ended. Reason: {reason}',
  },
  revocationBody: {
    'zh-CN': '经查，就“{matter}”作出的准予决定依法应予撤销，现决定撤销。事实、理由和依据：{reason}',
    en: 'The approval of "{matter}" has to be revoked by law and is revoked. Facts, reasons and grounds: {reason}',
  },
  served: { 'zh-CN': '送达文书', en: 'Papers served' },
  recipient: { 'zh-CN': '受送达人', en: 'Recipient' },
  place: { 'zh-CN': '送达地点', en: 'Place' },
  way: { 'zh-CN': '送达方式', en: 'Mode' },
  servedAt: { 'zh-CN': '送达时间', en: 'Time' },
  tracking: { 'zh-CN': '物流单号', en: 'Tracking number' },
  refused: { 'zh-CN': '拒收事由', en: 'If refused, why' },
} as const satisfies Record<string, Words>;

export const wayWords = {
  window: { 'zh-CN': '直接送达（窗口签收）', en: 'In person at the window' },
  courier: { 'zh-CN': '邮寄送达', en: 'By courier' },
  electronic: { 'zh-CN': '电子送达', en: 'Electronically' },
} as const satisfies Record<string, Words>;

export const specialWords: Readonly<Record<z.infer<typeof SpecialProcedureKind>, Words>> = {
  hearing: { 'zh-CN': '听证', en: 'a hearing' },
  bidding: { 'zh-CN': '招标', en: 'bidding' },
  auction: { 'zh-CN': '拍卖', en: 'an auction' },
  inspection: { 'zh-CN': '检验', en: 'inspection' },
  testing: { 'zh-CN': '检测', en: 'testing' },
  quarantine: { 'zh-CN': '检疫', en: 'quarantine' },
  appraisal: { 'zh-CN': '鉴定', en: 'appraisal' },
  'expert-review': { 'zh-CN': '专家评审', en: 'expert review' },
};

export const paperStateWords = {
  missing: { 'zh-CN': '未提交', en: 'Not handed in' },
  pending: { 'zh-CN': '已收', en: 'Received' },
  accepted: { 'zh-CN': '已收，符合要求', en: 'Received and in order' },
  deferred: { 'zh-CN': '容缺后补', en: 'To follow' },
  unfit: { 'zh-CN': '需补正', en: 'To be corrected' },
  exempt: { 'zh-CN': '免于提交', en: 'Not to be handed in' },
} as const satisfies Record<string, Words>;
