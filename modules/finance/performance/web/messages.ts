import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    targets: '绩效目标：指标、实时值、监控与自评',
    code: '代码',
    nameZh: '中文名称',
    nameEn: '英文名称',
    none: '还没有记录',
    noneHint: '新增后会显示在这里。',
  },
  en: {
    targets:
      'Performance targets of projects: indicators, live values, monitoring, self-evaluation',
    code: 'Code',
    nameZh: 'Chinese name',
    nameEn: 'English name',
    none: 'Nothing here yet',
    noneHint: 'What is added is shown here.',
  },
});
