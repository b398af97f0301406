import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    questions: '情形问题',
    many: '可多选',
    number: '第 {number} 题',
    complete: '已全部回答，以下材料、费用和时限按您的情形列出。',
    left: '请继续回答，回答完后列出准确的材料。',
    again: '重新选择',
    none: '该办理项不分情形。',
  },
  en: {
    questions: 'Questions about your case',
    many: 'choose all that apply',
    number: 'Question {number}',
    complete: 'All answered: papers, fee and time below are those of your case.',
    left: 'Please go on; the exact papers are listed once all is answered.',
    again: 'Start over',
    none: 'This item is the same for everybody.',
  },
});
