import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  notLawful: problem('cases/not-lawful', 409, {
    'zh-CN': '办件现为“{state}”，不能进行“{act}”。',
    en: 'The case is "{state}"; "{act}" is not possible now.',
  }),
  matterUnknown: problem('cases/matter-unknown', 422, {
    'zh-CN': '没有这个事项，或事项已停止办理。',
    en: 'There is no such matter, or it is no longer offered.',
  }),
  partyUnknown: problem('cases/party-unknown', 422, {
    'zh-CN': '没有找到申请人，请先登记办事主体。',
    en: 'The applicant is not on record; register the party first.',
  }),
  notRepresented: problem('cases/not-represented', 403, {
    'zh-CN': '经办人没有代理该申请人的有效授权。',
    en: 'The agent holds no valid mandate of this applicant.',
  }),
  notIdentified: problem('cases/not-identified', 403, {
    'zh-CN': '请先完成实名认证，再申请办理。',
    en: 'Please complete identity verification before applying.',
  }),
  formIncomplete: problem('cases/form-incomplete', 422, {
    'zh-CN': '申请表还有 {count} 处需要填写或修改。',
    en: '{count} places of the form are missing or wrong.',
  }),
  questionsUnanswered: problem('cases/questions-unanswered', 422, {
    'zh-CN': '还有情形问题没有回答，材料清单无法确定。',
    en: 'Some questions are unanswered, so the papers cannot be settled.',
  }),
  papersMissing: problem('cases/papers-missing', 422, {
    'zh-CN': '材料不齐：{names}。',
    en: 'Papers are missing: {names}.',
  }),
  paperUnknown: problem('cases/paper-unknown', 422, {
    'zh-CN': '该情形不需要材料“{key}”。',
    en: 'The paper "{key}" is not asked for here.',
  }),
  paperNotReusable: problem('cases/paper-not-reusable', 422, {
    'zh-CN': '“{name}”没有可复用的有效证照或既有材料。',
    en: 'There is no valid licence or earlier paper to use for "{name}".',
  }),
  mainPaperMissing: problem('cases/main-paper-missing', 422, {
    'zh-CN': '主审要件“{name}”不得容缺。',
    en: 'The main paper "{name}" cannot come later.',
  }),
  notDeferrable: problem('cases/not-deferrable', 422, {
    'zh-CN': '“{name}”不在可容缺材料之列。',
    en: '"{name}" is not a paper that may come later.',
  }),
  toleranceNotAllowed: problem('cases/tolerance-not-allowed', 422, {
    'zh-CN': '该事项不适用容缺受理。',
    en: 'This matter knows no acceptance with papers to follow.',
  }),
  toleranceNotPromised: problem('cases/tolerance-not-promised', 422, {
    'zh-CN': '容缺受理须由申请人书面承诺按期补交。',
    en: 'The applicant must promise in writing to supply the rest in time.',
  }),
  supplementTooLate: problem('cases/supplement-too-late', 422, {
    'zh-CN':
      '补交期限最晚为 {latest}（须早于承诺办结期限 {before} 个工作日，且不超过 {most} 个工作日）。',
    en: 'The rest is due {latest} at the latest: {before} working days before the promised day, and within {most}.',
  }),
  promiseNotAllowed: problem('cases/promise-not-allowed', 422, {
    'zh-CN': '该事项不适用告知承诺：{reason}',
    en: 'This matter cannot be decided on a promise: {reason}',
  }),
  promiseNotSigned: problem('cases/promise-not-signed', 422, {
    'zh-CN': '申请人尚未签署承诺书。',
    en: 'The applicant has not signed the promise.',
  }),
  noticeTooLate: problem('cases/notice-too-late', 409, {
    'zh-CN': '补正告知期限已于 {dueOn} 届满，逾期不告知的自收到申请材料之日起即为受理。',
    en: 'The time to ask for corrections ended on {dueOn}; the application counts as accepted from the day it was received.',
  }),
  noticeNotOverdue: problem('cases/notice-not-overdue', 409, {
    'zh-CN': '五日期限（{dueOn}）尚未届满。',
    en: 'The five days have not passed ({dueOn}).',
  }),
  defectKnownBefore: problem('cases/defect-known-before', 422, {
    'zh-CN':
      '“{defect}”在首次材料中即可发现，应一次告知，不能再次要求补正；请说明由哪项补正内容引起。',
    en: '"{defect}" was visible in the first set and had to be told at once; say what of the corrected set brought it about.',
  }),
  correctionDueInvalid: problem('cases/correction-due-invalid', 422, {
    'zh-CN': '补正期限应晚于今天。',
    en: 'The day to correct by must lie ahead.',
  }),
  authorityMissing: problem('cases/authority-missing', 422, {
    'zh-CN': '请写明申请人应当向哪个行政机关申请。',
    en: 'Name the authority to which the applicant should turn.',
  }),
  reasonMissing: problem('cases/reason-missing', 422, {
    'zh-CN': '请说明理由。',
    en: 'Give the reason.',
  }),
  remedyMissing: problem('cases/remedy-missing', 422, {
    'zh-CN': '须说明理由并告知申请行政复议或者提起行政诉讼的权利。',
    en: 'Give the reason and the right to reconsideration or to sue.',
  }),
  procedureNotListed: problem('cases/procedure-not-listed', 422, {
    'zh-CN': '该事项未规定特别程序“{kind}”。',
    en: 'This matter has no special procedure of the kind "{kind}".',
  }),
  procedureTooLong: problem('cases/procedure-too-long', 422, {
    'zh-CN': '特别程序最长 {most} 日。',
    en: 'The procedure may take {most} days at most.',
  }),
  procedureDayInvalid: problem('cases/procedure-day-invalid', 422, {
    'zh-CN': '特别程序的起止日期应在受理之后、今天之前，且结束不早于开始。',
    en: 'The procedure lies after the acceptance and not in the future, and ends after it begins.',
  }),
  procedureNotOpen: problem('cases/procedure-not-open', 409, {
    'zh-CN': '没有这个进行中的特别程序。',
    en: 'No such procedure is running.',
  }),
  extendedBefore: problem('cases/extended-before', 409, {
    'zh-CN': '办理期限只能延长一次，已于 {on} 延长 {days} 日。',
    en: 'A limit is extended once only; it was by {days} days on {on}.',
  }),
  extensionTooLong: problem('cases/extension-too-long', 422, {
    'zh-CN': '最多延长 {most} 日。',
    en: 'It can be extended by {most} days at most.',
  }),
  limitPassed: problem('cases/limit-passed', 409, {
    'zh-CN': '法定期限已于 {dueOn} 届满，不能再延长。',
    en: 'The statutory limit passed on {dueOn}; it can no longer be extended.',
  }),
  opinionClosed: problem('cases/opinion-closed', 409, {
    'zh-CN': '没有向本部门征求的、待答复的意见。',
    en: 'No opinion is asked of this department.',
  }),
  examinedBefore: problem('cases/examined-before', 409, {
    'zh-CN': '您已经审查过该办件，核查须由两名工作人员分别签署。',
    en: 'You have examined this case; a second person must sign.',
  }),
  notExamined: problem('cases/not-examined', 409, {
    'zh-CN': '须由 {needed} 名工作人员审查，现有 {done} 名同意。',
    en: '{needed} people must examine; {done} passed it so far.',
  }),
  placeNotChecked: problem('cases/place-not-checked', 409, {
    'zh-CN': '须由两名以上工作人员进行实地核查。',
    en: 'Two people must inspect the place.',
  }),
  supplementsOutstanding: problem('cases/supplements-outstanding', 409, {
    'zh-CN': '容缺材料尚未补齐：{names}。',
    en: 'Papers that were to follow are missing: {names}.',
  }),
  thirdPartiesNotInformed: problem('cases/third-parties-not-informed', 409, {
    'zh-CN': '须先告知利害关系人并听取意见。',
    en: 'Third parties must be informed and heard first.',
  }),
  ownExamination: problem('cases/own-examination', 403, {
    'zh-CN': '审查人不能同时作出决定。',
    en: 'Whoever examined a case cannot decide it.',
  }),
  prerequisiteOpen: problem('cases/prerequisite-open', 409, {
    'zh-CN': '前置事项“{name}”尚未准予。',
    en: 'The part "{name}" must be approved first.',
  }),
  isParent: problem('cases/is-parent', 409, {
    'zh-CN': '联办主件随子件办结，请办理各子件。',
    en: 'The joint case follows its parts; act on the parts.',
  }),
  deliveryNotProved: problem('cases/delivery-not-proved', 422, {
    'zh-CN': '送达须有窗口签收、快递签收或电子送达记录。',
    en: 'Delivery is proved by a signature, the courier’s record, or the download.',
  }),
  deliveryNotOffered: problem('cases/delivery-not-offered', 422, {
    'zh-CN': '该事项不提供这种送达方式。',
    en: 'This matter is not delivered in this way.',
  }),
  dossierIncomplete: problem('cases/dossier-incomplete', 409, {
    'zh-CN': '案卷不完整：{names}。',
    en: 'The dossier is incomplete: {names}.',
  }),
  noGround: problem('cases/no-ground', 409, {
    'zh-CN': '不具备终止办理的条件：{reason}',
    en: 'There is no ground to terminate: {reason}',
  }),
  notGranted: problem('cases/not-granted', 409, {
    'zh-CN': '该办件没有作出准予决定。',
    en: 'No permit was granted in this case.',
  }),
  notDecided: problem('cases/not-decided', 409, {
    'zh-CN': '该办件没有作出过决定。',
    en: 'No decision was made in this case.',
  }),
  notOnPromise: problem('cases/not-on-promise', 409, {
    'zh-CN': '该办件没有待核查的承诺。',
    en: 'No promise waits for inspection in this case.',
  }),
  proxyStageWrong: problem('cases/proxy-stage-wrong', 409, {
    'zh-CN': '代收代办尚未到这一步。',
    en: 'The collection for another place has not come so far.',
  }),
  collectedElsewhere: problem('cases/collected-elsewhere', 409, {
    'zh-CN': '材料由外地代收，属地收件后方可办理。',
    en: 'The papers were collected elsewhere; the owner must receive them first.',
  }),
  draftGone: problem('cases/draft-gone', 404, {
    'zh-CN': '草稿不存在，可能已在其他设备提交。',
    en: 'There is no such draft; it may have been submitted on another device.',
  }),
  handlerUnfit: problem('cases/handler-unfit', 422, {
    'zh-CN': '接办人应为本部门在岗工作人员。',
    en: 'The handler must be one of the working staff of the department.',
  }),
  newSubjectMissing: problem('cases/new-subject-missing', 422, {
    'zh-CN': '设立登记制证时应填写新设主体的名称和统一社会信用代码。',
    en: 'Say name and credit code of the subject that was set up; the licence is its.',
  }),
  bundleUnfit: problem('cases/bundle-unfit', 422, {
    'zh-CN': '一件事与所选事项不一致。',
    en: 'The parts do not fit the bundle.',
  }),
} as const;
