import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  notAKiosk: problem('kiosk/not-a-kiosk', 403, {
    'zh-CN': '只有在用的自助终端可以调用。',
    en: 'Only a kiosk in service may call this.',
  }),
  cardWrong: problem('kiosk/card-wrong', 422, {
    'zh-CN': '身份证号码校验不通过，请重新放置身份证，或到窗口办理。',
    en: 'The number on the card does not check; lay it on again, or come to a window.',
  }),
  codesAway: problem('kiosk/codes-away', 503, {
    'zh-CN': '暂时无法识别亮码，请刷身份证。',
    en: 'Codes cannot be read now; please use the identity card.',
  }),
  codeUnreadable: problem('kiosk/code-unreadable', 422, {
    'zh-CN': '亮码无效或已过期，请在手机上刷新后重扫。',
    en: 'The code is not known or too old; refresh it on the phone and show it again.',
  }),
  noVisit: problem('kiosk/no-visit', 403, {
    'zh-CN': '请先在自助终端上登录。',
    en: 'Sign in at the kiosk first.',
  }),
  linkGone: problem('kiosk/link-gone', 410, {
    'zh-CN': '二维码已失效，请在自助终端上重新生成。',
    en: 'This link is over; ask the kiosk for a new one.',
  }),
  linkTaken: problem('kiosk/link-taken', 409, {
    'zh-CN': '另一部手机已连接，请在自助终端上重新生成二维码。',
    en: 'Another phone has joined; ask the kiosk for a new code.',
  }),
  linkFull: problem('kiosk/link-full', 409, {
    'zh-CN': '一次最多传送 {count} 个文件。',
    en: 'At most {count} files go over one link.',
  }),
} as const;
