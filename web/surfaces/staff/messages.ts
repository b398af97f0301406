import { defineMessages } from '../../kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    hello: '{name}，您好',
    start: '选择要办理的工作，或按 Ctrl+K 直接搜索。',
    nothing: '尚未授权任何功能',
    nothingHint: '请联系本单位管理员或安全管理员，为您授予岗位角色。',
  },
  en: {
    hello: 'Hello, {name}',
    start: 'Choose your work, or press Ctrl+K to search.',
    nothing: 'Nothing has been granted to you yet',
    nothingHint: 'Ask your administrator or the security administrator for the role of your post.',
  },
});
