import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  letterTaken: problem('queue/letter-taken', 409, {
    'zh-CN': '该服务点已有业务使用字母 {letter} 或编码 {code}。',
    en: 'Another business of this site uses the letter {letter} or the code {code}.',
  }),
  unknownBusiness: problem('queue/unknown-business', 422, {
    'zh-CN': '没有这项排队业务。',
    en: 'There is no such business.',
  }),
  unknownPlace: problem('queue/unknown-place', 422, {
    'zh-CN': '所选的服务点、分区或窗口不存在，或不在同一处。',
    en: 'The site, zone or window does not exist, or they are not in one place.',
  }),
  notTaking: problem('queue/not-taking', 409, {
    'zh-CN': '“{business}”现在不取号：{why}',
    en: '"{business}" gives no tickets now: {why}',
  }),
  identityNeeded: problem('queue/identity-needed', 422, {
    'zh-CN': '“{business}”实行实名取号，请出示身份证。',
    en: '"{business}" gives tickets by name; please show an identity card.',
  }),
  alreadyWaiting: problem('queue/already-waiting', 409, {
    'zh-CN': '您在该业务已有未办结的号 {number}，可以补打，不能再取。',
    en: 'You hold the open ticket {number} of this business; it can be printed again.',
  }),
  dayFull: problem('queue/day-full', 409, {
    'zh-CN': '“{business}”今日号已取完。',
    en: 'All of today’s tickets of "{business}" are taken.',
  }),
  notSignedIn: problem('queue/not-at-window', 409, {
    'zh-CN': '请先在窗口签到。',
    en: 'Sign in at a window first.',
  }),
  windowHeld: problem('queue/window-held', 409, {
    'zh-CN': '该窗口正由 {who} 使用。',
    en: '{who} is signed in at this window.',
  }),
  postAtWork: problem('queue/post-at-work', 409, {
    'zh-CN': '{number} 号窗口有人在岗，不能兼岗。',
    en: 'Somebody works at window {number}; its post cannot be taken.',
  }),
  postTaken: problem('queue/post-taken', 409, {
    'zh-CN': '{number} 号窗口已由其他窗口兼岗。',
    en: 'Another window serves the lines of window {number} already.',
  }),
  elsewhere: problem('queue/signed-in-elsewhere', 409, {
    'zh-CN': '您已在 {window} 号窗口签到，请先签退。',
    en: 'You are signed in at window {window}; sign out there first.',
  }),
  windowPaused: problem('queue/window-paused', 409, {
    'zh-CN': '窗口暂停服务中，不能叫号。',
    en: 'The window is paused and may not call.',
  }),
  finishFirst: problem('queue/finish-first', 409, {
    'zh-CN': '请先办结当前号 {number}。',
    en: 'Finish the ticket {number} first.',
  }),
  nobodyWaits: problem('queue/nobody-waits', 409, {
    'zh-CN': '现在没有人等候。',
    en: 'Nobody is waiting.',
  }),
  notFree: problem('queue/ticket-not-free', 409, {
    'zh-CN': '号 {number} 不能被叫：{state}。',
    en: 'The ticket {number} cannot be called: {state}.',
  }),
  notServed: problem('queue/not-served-here', 409, {
    'zh-CN': '该窗口不办理这项业务。',
    en: 'This window does not serve that business.',
  }),
  refusedState: problem('queue/not-in-that-state', 409, {
    'zh-CN': '号 {number} 的状态是“{state}”，不能这样做。',
    en: 'The ticket {number} is "{state}"; that cannot be done.',
  }),
  notYours: problem('queue/not-at-your-window', 409, {
    'zh-CN': '号 {number} 不在您的窗口。',
    en: 'The ticket {number} is not at your window.',
  }),
  tooSoon: problem('queue/too-soon', 409, {
    'zh-CN': '请在 {seconds} 秒后再试。',
    en: 'Please try again in {seconds} seconds.',
  }),
  requeuedBefore: problem('queue/requeued-before', 409, {
    'zh-CN': '号 {number} 已重排过一次，请重新取号。',
    en: 'The ticket {number} was put back once; please take a new one.',
  }),
  calledTooFew: problem('queue/called-too-few', 409, {
    'zh-CN': '叫号 {calls} 次未到才能过号。',
    en: 'A ticket is missed only after {calls} calls.',
  }),
  pauseTooLong: problem('queue/pause-too-long', 422, {
    'zh-CN': '暂停最长 {minutes} 分钟。',
    en: 'A pause lasts at most {minutes} minutes.',
  }),
  notADevice: problem('queue/not-a-device', 403, {
    'zh-CN': '只有已注册的大厅设备可以调用。',
    en: 'Only an enrolled device of the hall may call this.',
  }),
  notLinked: problem('queue/not-linked', 403, {
    'zh-CN': '请先完成实名认证。',
    en: 'Please sign in with a verified identity first.',
  }),
} as const;
