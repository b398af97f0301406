import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    mine: '我的排班',
    earlier: '前两周',
    later: '后两周',
    today: '本周',
  },
  en: {
    mine: 'My roster',
    earlier: 'Two weeks before',
    later: 'Two weeks after',
    today: 'This week',
  },
});
