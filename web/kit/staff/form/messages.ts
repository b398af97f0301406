import { defineMessages } from '../../words.ts';

export const messages = defineMessages({
  'zh-CN': {
    unsavedTitle: '还有未保存的内容',
    unsavedHint: '现在离开，填写的内容将会丢失。',
    leave: '离开，不保存',
    stay: '留在本页',
    pickDay: '选择日期',
    pickTime: '选择时间',
    save: '保存',
    optional: '选填',
    cancel: '取消',
  },
  en: {
    unsavedTitle: 'There are changes that are not saved',
    unsavedHint: 'If you leave now, what you typed is lost.',
    leave: 'Leave without saving',
    stay: 'Stay here',
    pickDay: 'Choose a day',
    pickTime: 'Choose a time',
    save: 'Save',
    optional: 'optional',
    cancel: 'Cancel',
  },
});
