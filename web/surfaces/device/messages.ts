import { defineMessages } from '../../kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    waiting: '正在启动',
    failed: '设备页面出现故障，正在自动恢复',
    failedHint: '请稍候。如持续出现，请联系信息保障人员。',
    notFound: '没有此设备页面',
    notFoundHint: '请核对地址，或在设备台账中重新生成注册码。',
  },
  en: {
    waiting: 'Starting',
    failed: 'This page failed and is being restored',
    failedHint: 'Please wait. If it happens again and again, tell the IT staff.',
    notFound: 'There is no such device page',
    notFoundHint: 'Check the address, or make a new enrolment code in the register of devices.',
  },
});
