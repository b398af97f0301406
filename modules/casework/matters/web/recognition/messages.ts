import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    title: '从材料识别到 {count} 项',
    lead: '请逐项核对，点“填入”才会写入表单；已填的内容不会自动覆盖。',
    none: '没有识别到可填入本表单的内容，请手工填写。',
    read: '识别为',
    now: '表单现为',
    empty: '未填',
    sure: '把握 {percent}%',
    take: '填入',
    replace: '替换',
    taken: '已填入',
  },
  en: {
    title: '{count} {count|field|fields} read from the paper',
    lead: 'Check each one; only "Fill in" writes it into the form, and nothing is overwritten by itself.',
    none: 'Nothing was read that belongs in this form; please type it.',
    read: 'Read as',
    now: 'The form has',
    empty: 'nothing',
    sure: '{percent}% sure',
    take: 'Fill in',
    replace: 'Replace',
    taken: 'Filled in',
  },
});
