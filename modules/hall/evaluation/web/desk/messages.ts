import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    signOnPad: '请当事人在评价器上签名',
    signOnPadAgain: '再次签名',
    takeBack: '取消签名',
    signInFirst: '请先在窗口叫号页面签到',
    onPad: '评价器上等待签名',
    signedHash: '已签名 {hash}',
    declined: '当事人选择不签名',
    lapsed: '五分钟内没有签名，可再次发起',
    invite: '邀请评价',
    inviteDone: '评价器已显示评价页面',
    inviteRated: '本次服务已评价，谢谢',
  },
  en: {
    signOnPad: 'Have it signed on the pad',
    signOnPadAgain: 'Sign again',
    takeBack: 'Take off the pad',
    signInFirst: 'Sign in at a window on the calling page first',
    onPad: 'Waiting for the signature',
    signedHash: 'Signed {hash}',
    declined: 'The person does not want to sign',
    lapsed: 'Nobody signed within five minutes; ask again if wanted',
    invite: 'Ask for a rating',
    inviteDone: 'The pad asks for a rating',
    inviteRated: 'This service has been rated, thank you',
  },
});
