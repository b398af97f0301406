import { defineMessages } from '../words.ts';

export const messages = defineMessages({
  'zh-CN': {
    required: '此项必填',
    tooShort: '至少 {limit} 个字符',
    tooLong: '最多 {limit} 个字符',
    tooLow: '不能小于 {limit}',
    tooHigh: '不能大于 {limit}',
    wrongFormat: '格式不正确，请检查',
    wrongForm: '有内容需要修改，请查看标红处',
    save: '保存',
    cancel: '取消',
    saved: '已保存',
  },
  en: {
    required: 'This is required',
    tooShort: 'At least {limit} {limit|character|characters}',
    tooLong: 'At most {limit} {limit|character|characters}',
    tooLow: 'Not less than {limit}',
    tooHigh: 'Not more than {limit}',
    wrongFormat: 'Check the format',
    wrongForm: 'Some fields need a change; see those marked in red',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Saved',
  },
});
