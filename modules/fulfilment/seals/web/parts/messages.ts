import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    chain: '资金链',
    measure: '{width}×{height} 毫米',
    remake: '重刻中',
    outdated: '企业名称已变更',
    'light.green': '正常',
    'light.yellow': '今日到期',
    'light.red': '已超期',
    'way.window': '窗口领取',
    'way.courier': '快递寄送',
  },
  en: {
    chain: 'Chain of money',
    measure: '{width}×{height} mm',
    remake: 'Being made again',
    outdated: 'Name changed since',
    'light.green': 'In time',
    'light.yellow': 'Due today',
    'light.red': 'Overdue',
    'way.window': 'Pick up',
    'way.courier': 'Courier',
  },
});
