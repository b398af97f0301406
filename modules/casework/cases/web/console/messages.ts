import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    settings: '办件时限与预警',
    settingsHint: '改动只影响以后的计算；已经发出的期限不变，灯色按新规则重新判断。',
    lights: '亮灯',
    yellowPercent: '剩余不超过承诺期限的百分之几时亮黄灯',
    yellowLeastDays: '最迟剩余几个工作日亮黄灯',
    closing: '窗口收件截止时间',
    closingHint: '当天截止后收取的、应当场办结的申请，按下一工作日计算。',
    terms: '期限',
    correctionDays: '申请人补正期限（工作日）',
    supplementBefore: '容缺材料最迟在承诺办结前几个工作日补齐',
    supplementMostDays: '容缺补交最长工作日数',
    opinionDays: '征求意见答复期限（工作日）',
    saved: '设置已保存',
  },
  en: {
    settings: 'Limits and lights',
    settingsHint:
      'Changes count from now on; days that were told stay, lights follow the new rules.',
    lights: 'Lights',
    yellowPercent: 'Yellow when at most so many per cent of the promise are left',
    yellowLeastDays: 'Yellow at the latest with so many working days left',
    closing: 'Applications are received until',
    closingHint: 'What comes later and is decided on the spot counts as of the next working day.',
    terms: 'Limits',
    correctionDays: 'Time for the applicant to correct (working days)',
    supplementBefore: 'Papers that follow are due so many working days before the promise',
    supplementMostDays: 'At most so many working days for papers that follow',
    opinionDays: 'Time to answer a request for an opinion (working days)',
    saved: 'Settings saved',
  },
});
