import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  alreadyRegistered: problem('parties/already-registered', 409, {
    'zh-CN': '该证件号码已登记：{name}（{number}），编号 {partyNo}。请直接使用已有记录。',
    en: 'This number is registered already: {name} ({number}), record {partyNo}. Use that record.',
  }),
  notActive: problem('parties/not-active', 409, {
    'zh-CN': '该记录已合并或已删除，不能再修改。',
    en: 'This record was merged or erased and can no longer be changed.',
  }),
  guardianNeeded: problem('parties/guardian-needed', 422, {
    'zh-CN': '不满十四周岁，须由已登记的监护人陪同办理，请先登记监护人。',
    en: 'Under 14: a recorded guardian must be present; record the guardian first.',
  }),
  paperNotRecorded: problem('parties/paper-not-recorded', 422, {
    'zh-CN': '该主体没有登记这种证件，请先补录证件号码。',
    en: 'No paper of this kind is recorded; add its number first.',
  }),
  lastContact: problem('parties/contact-repeated', 409, {
    'zh-CN': '这项联系方式已登记。',
    en: 'This contact is recorded already.',
  }),
  representsSelf: problem('parties/represents-self', 422, {
    'zh-CN': '代理人不能是本人。',
    en: 'Nobody can be their own representative.',
  }),
  representativeNotPerson: problem('parties/representative-not-person', 422, {
    'zh-CN': '代理人应为自然人。',
    en: 'A representative is a natural person.',
  }),
  mandateKindUnfit: problem('parties/mandate-kind-unfit', 422, {
    'zh-CN': '法定代表人只能登记在法人名下，监护人只能登记在自然人名下。',
    en: 'A legal representative belongs to an organisation, a guardian to a person.',
  }),
  mandateScope: problem('parties/mandate-scope', 422, {
    'zh-CN': '请选择授权范围：全部事项，或至少一个部门。',
    en: 'Choose what the mandate is for: everything, or at least one department.',
  }),
  mandateRepeated: problem('parties/mandate-repeated', 409, {
    'zh-CN': '相同的代理关系已登记。',
    en: 'The same mandate is recorded already.',
  }),
  mandateOver: problem('parties/mandate-over', 409, {
    'zh-CN': '该授权已撤销或已到期。',
    en: 'This mandate was revoked or has ended.',
  }),
  representativeUnknown: problem('parties/representative-unknown', 422, {
    'zh-CN': '没有找到姓名与证件号码一致且已核验的代理人，请代理人先实名登录或到窗口登记。',
    en: 'No verified person has this name and number; the agent must sign in or register at a window first.',
  }),
  unmergeable: problem('parties/unmergeable', 409, {
    'zh-CN': '不能合并：{reason}',
    en: 'These cannot be merged: {reason}',
  }),
  notUndoable: problem('parties/merge-not-undoable', 409, {
    'zh-CN': '不能撤销合并：{reason}',
    en: 'This merge cannot be undone: {reason}',
  }),
  identityMismatch: problem('parties/identity-mismatch', 409, {
    'zh-CN': '登录身份的姓名与登记的不一致，请携带证件到窗口核对。',
    en: 'The name of this sign-in differs from the one recorded; please have it checked at a window.',
  }),
  mustKeep: problem('parties/must-keep', 409, {
    'zh-CN': '依法须保存至 {until}，暂不能删除：{reason}',
    en: 'The law requires this to be kept until {until}, it cannot be erased yet: {reason}',
  }),
  notLinked: problem('parties/not-linked', 404, {
    'zh-CN': '当前登录没有对应的办事主体。',
    en: 'This sign-in belongs to no recorded citizen or firm.',
  }),
  headOnly: problem('parties/head-only', 403, {
    'zh-CN': '该操作只能由法定代表人或负责人办理。',
    en: 'Only the legal representative may do this.',
  }),
  tooGeneral: problem('parties/search-too-general', 422, {
    'zh-CN': '请输入至少两个字的姓名、两个以上拼音首字母，或完整的证件号码、电话号码。',
    en: 'Enter at least two characters of the name, its initials, or a whole number.',
  }),
  codeUnreadable: problem('parties/code-unreadable', 422, {
    'zh-CN': '无法识别该码，可能已过期。请对方刷新后重新出示。',
    en: 'This code cannot be read; it may be too old. Ask for a fresh one.',
  }),
  codesAway: problem('parties/codes-away', 503, {
    'zh-CN': '核验码服务暂时连接不上，请改用证件号码查询。',
    en: 'The service that reads codes cannot be reached. Search by number instead.',
  }),
} as const;
