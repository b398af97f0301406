import { defineMessages } from '#web/kit/words.ts';

export const uploadMessages = defineMessages({
  'zh-CN': {
    upload: '扫描或上传',
    sending: '正在上传 {name}',
    giveUp: '不再上传 {name}',
  },
  en: {
    upload: 'Scan or upload',
    sending: 'Sending {name}',
    giveUp: 'Do not send {name}',
  },
});
