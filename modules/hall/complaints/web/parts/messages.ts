import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    evidence: '证据材料',
    handIn: '上传照片、录音、文件等证据材料',
    handedIn: '已上传 {count} 份，提交后归入本件',
    fileGone: '文件不可查看',
  },
  en: {
    evidence: 'Evidence',
    handIn: 'Photographs, recordings and papers',
    handedIn: '{count} {count|file|files} sent; they join the complaint with this step',
    fileGone: 'The file cannot be seen',
  },
});
