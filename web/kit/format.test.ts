import { describe, expect, it } from 'vitest';

import {
  dayOfInstant,
  formatBytes,
  formatDay,
  formatDistance,
  formatFen,
  formatInstant,
  formatList,
  formatNearDay,
} from './format.ts';

// 23:30 in Shanghai, the day before in London.
const late = '2026-11-20T15:30:00Z';

describe('times', () => {
  it('are those of the centre wherever the reader is', () => {
    expect(formatInstant(late, 'zh-CN')).toBe('2026-11-20 23:30');
    expect(formatInstant(late, 'en')).toBe('20 Nov 2026, 23:30');
    expect(dayOfInstant('2026-11-20T16:30:00Z')).toBe('2026-11-21');
  });

  it('a calendar day never moves by one', () => {
    expect(formatDay('2026-11-20', 'zh-CN', true)).toBe('2026-11-20 周五');
    expect(formatDay('2026-11-20', 'en', true)).toBe('Fri 20 Nov 2026');
    expect(formatNearDay('2026-11-20', 'zh-CN')).toBe('11月20日 周五');
    expect(formatNearDay('2026-11-20', 'en')).toBe('Fri 20 Nov');
  });

  it('a distance is said in its largest unit, and not at all within a minute', () => {
    const now = Date.parse(late);
    expect(formatDistance('2026-11-20T13:00:00Z', now, 'zh-CN')).toBe('2小时前');
    expect(formatDistance('2026-11-21T15:30:00Z', now, 'en')).toBe('tomorrow');
    expect(formatDistance('2026-11-20T15:29:30Z', now, 'en')).toBeUndefined();
  });
});

describe('amounts', () => {
  it('money keeps every digit, also beyond what a number can hold', () => {
    expect(formatFen(3931185430n, 'zh-CN')).toBe('¥39,311,854.30');
    expect(formatFen(-5n, 'zh-CN')).toBe('-¥0.05');
    expect(formatFen(900719925474099301n, 'en')).toContain('9,007,199,254,740,993.01');
  });

  it('sizes are said in the unit that people use', () => {
    expect(formatBytes(0, 'en')).toBe('0 byte');
    expect(formatBytes(1536, 'en')).toBe('1.5 kB');
    expect(formatBytes(5 * 1024 ** 2, 'en')).toBe('5 MB');
  });

  it('lists leave out what is empty', () => {
    expect(formatList(['甲', '', '乙'], 'zh-CN')).toBe('甲、乙');
    expect(formatList(['A', 'B'], 'en')).toBe('A, B');
  });
});
