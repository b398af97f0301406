/** Words of the stand-in's pages. */
export const messages = {
  banner: {
    'zh-CN': '演示用身份认证（随申办替身），非真实登录',
    en: 'Stand-in for Suishenban, demonstration only',
  },
  chooseTitle: { 'zh-CN': '选择演示身份', en: 'Choose whom to be' },
  chooseHint: {
    'zh-CN': '以下人员和企业均为虚构，仅用于演示，无需密码。',
    en: 'These people and firms are imagined, for the demonstration only. No password is needed.',
  },
  people: { 'zh-CN': '自然人', en: 'Citizens' },
  firms: { 'zh-CN': '法人', en: 'Firms' },
  noneOnOffer: { 'zh-CN': '没有可选的演示身份。', en: 'There is nobody to choose.' },
  level: { 'zh-CN': '实名等级', en: 'Identity level' },
  legalRepresentative: { 'zh-CN': '法定代表人', en: 'Legal representative' },
  agent: { 'zh-CN': '经办人', en: 'Agent' },
  codesTitle: { 'zh-CN': '出示演示码', en: 'Show a code' },
  codesHint: {
    'zh-CN': '窗口用扫码枪扫描，或把文字复制到收件页的“申请人”框。每个码 {seconds} 秒内有效。',
    en: 'Scan one at the window, or copy its text into the box for the applicant. Each is good for {seconds} seconds.',
  },
  codesAgain: { 'zh-CN': '刷新', en: 'Fresh codes' },
  codeOfPerson: { 'zh-CN': '随申码（演示）', en: 'Suishen code (demonstration)' },
  codeOfFirm: {
    'zh-CN': '电子营业执照（演示）',
    en: 'Electronic business licence (demonstration)',
  },
  cancel: { 'zh-CN': '取消登录', en: 'Cancel' },
  consentTitle: { 'zh-CN': '确认授权', en: 'Confirm what is shared' },
  consentHint: {
    'zh-CN': '登录后，{client} 将获得以下信息，用于办理您的事项：',
    en: 'After you sign in, {client} receives the following, to handle your business:',
  },
  consent: { 'zh-CN': '同意并登录', en: 'Agree and sign in' },
  decline: { 'zh-CN': '不同意', en: 'Decline' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  idNumber: { 'zh-CN': '公民身份号码', en: 'Citizen identity number' },
  phone: { 'zh-CN': '手机号码', en: 'Mobile number' },
  firmName: { 'zh-CN': '企业名称', en: 'Firm' },
  uscc: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  firmRole: { 'zh-CN': '在企业中的身份', en: 'Role in the firm' },
  signOutTitle: { 'zh-CN': '退出身份认证', en: 'Sign out of the identity service' },
  signOutHint: {
    'zh-CN': '是否同时退出演示用身份认证？',
    en: 'Do you also want to sign out of the demonstration identity service?',
  },
  signOut: { 'zh-CN': '退出', en: 'Sign out' },
  staySignedIn: { 'zh-CN': '暂不退出', en: 'Stay signed in' },
  signedOutTitle: { 'zh-CN': '已退出', en: 'Signed out' },
  signedOutHint: {
    'zh-CN': '您已退出演示用身份认证。',
    en: 'You are signed out of the demonstration identity service.',
  },
  errorTitle: { 'zh-CN': '登录未完成', en: 'The sign-in was not completed' },
  errorHint: {
    'zh-CN': '此登录步骤无效或已过期，请回到原页面重新登录。',
    en: 'This step is not valid or has expired. Go back to the page you came from and sign in again.',
  },
  back: { 'zh-CN': '返回网站首页', en: 'Back to the site' },
} as const;

export type MessageName = keyof typeof messages;
