import { describe, expect, it } from 'vitest';

import { sayIn } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { saySchedule } from './schedule-text.ts';

const zh = sayIn(messages, 'zh-CN');
const en = sayIn(messages, 'en');

describe('a schedule', () => {
  it.each([
    ['every 45', '每 45 秒', 'every 45 seconds'],
    ['every 60', '每 1 分钟', 'every 1 minute'],
    ['every 7200', '每 2 小时', 'every 2 hours'],
    ['cron 30 2 * * * Asia/Shanghai', '每天 02:30', 'every day at 02:30'],
    ['30 2 * * *', '每天 02:30', 'every day at 02:30'],
    ['cron 30 8 * * 1-6 Asia/Shanghai', '周一至周六 08:30', 'Monday to Saturday at 08:30'],
    ['cron 0 3 * * 0 Asia/Shanghai', '周日 03:00', 'Sunday at 03:00'],
    ['cron 0 4 1 * * Asia/Shanghai', '每月 1 日 04:00', 'on day 1 of the month at 04:00'],
    ['cron */5 * * * * Asia/Shanghai', '每 5 分钟', 'every 5 minutes'],
  ])('%s is said as people say it', (spec, chinese, english) => {
    expect(saySchedule(spec, zh)).toBe(chinese);
    expect(saySchedule(spec, en)).toBe(english);
  });

  it.each([
    'cron 0 4 1 1 * Asia/Shanghai',
    'cron 0,30 4 * * * Asia/Shanghai',
    'cron 0 4 * * 1,3 Asia/Shanghai',
  ])('%s is shown as it stands rather than said wrongly', (spec) => {
    expect(saySchedule(spec, en)).toBe(spec);
  });
});
