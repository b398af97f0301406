import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    readAndSign: '请阅读全文，确认无误后手写签名',
    paper: '文书内容',
    translation: '译文仅供参考，签名确认的是中文文本。',
    readFirst: '请先上滑阅读至末尾',
    signHere: '请在框内签名',
    frame: '签名框',
    failed: '没有提交成功，请再点一次“确认签名”。',
    decline: '不签',
    again: '重写',
    sign: '确认签名',
  },
  en: {
    readAndSign: 'Please read the whole text, then sign by hand',
    paper: 'Text of the paper',
    translation: 'This translation is for information only; you sign the Chinese text.',
    readFirst: 'Please read to the end first',
    signHere: 'Sign in the frame',
    frame: 'Frame to sign in',
    failed: 'It was not sent. Please press "Sign" again.',
    decline: 'I do not sign',
    again: 'Clear',
    sign: 'Sign',
  },
});
