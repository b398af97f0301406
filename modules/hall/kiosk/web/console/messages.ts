import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    settings: '自助终端设置',
    settingsHint: '无人操作多久后提醒、清除，手机传材料的二维码多久有效。',
    saved: '已保存，各终端从下一位办事人起执行。',
    atKiosk: '终端前',
    atKioskHint: '无人操作满时间后提醒，倒计时结束即退出登录并清除本次填写和上传的内容。',
    idleSeconds: '无操作提醒（秒）',
    warningSeconds: '提醒倒计时（秒）',
    elderFactor: '大字版时间倍数',
    elderFactorHint: '使用大字版的办事人，提醒和倒计时按此倍数延长。',
    atServer: '服务端兜底',
    atServerHint: '终端断网、断电未能清除时，由服务端结束。',
    visitIdleMinutes: '无请求结束（分钟）',
    visitMinutes: '一次最长（分钟）',
    linkMinutes: '手机传材料二维码有效（分钟）',
  },
  en: {
    settings: 'Settings of kiosks',
    settingsHint: 'How long a kiosk waits before it warns and wipes, and a code for phones lasts.',
    saved: 'Saved. Each kiosk goes by it from its next visitor on.',
    atKiosk: 'In front of the kiosk',
    atKioskHint:
      'Untouched for so long it warns; when the warning has run down it signs out and wipes what was typed and sent.',
    idleSeconds: 'Warn after (seconds)',
    warningSeconds: 'Warning (seconds)',
    elderFactor: 'Times as long in the elder mode',
    elderFactorHint: 'Both times are so many times as long for whoever chose large letters.',
    atServer: 'At the server',
    atServerHint: 'For a kiosk that lost its line or its power before it could wipe.',
    visitIdleMinutes: 'End a silent visit after (minutes)',
    visitMinutes: 'Longest visit (minutes)',
    linkMinutes: 'A code for phones lasts (minutes)',
  },
});
