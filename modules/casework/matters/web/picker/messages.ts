import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    label: '查找事项',
    hint: '事项名称、拼音首字母或编码',
    none: '没有找到符合的事项',
    results: '查找结果',
  },
  en: {
    label: 'Find a matter',
    hint: 'Name, initials or code',
    none: 'No matter fits',
    results: 'Results',
  },
});
