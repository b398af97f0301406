import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    optional: '选填',
    prefilled: '已自动填入，请核对',
    faults: '{count} 处需要修改',
    empty: '未填写',
    nothing: '该事项无需填写表单',
  },
  en: {
    optional: 'optional',
    prefilled: 'Filled in for you, please check',
    faults: '{count} {count|place needs|places need} a change',
    empty: 'Not filled in',
    nothing: 'There is no form to fill in',
  },
});
