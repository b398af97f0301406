import { expect, it } from 'vitest';

import { drawPage } from './page-picture.fixture.ts';
import { createTextReader } from './read-text.ts';
import { tidyLine } from './tidy-line.ts';

it('spaces between Chinese characters go, those between other words stay', () => {
  expect(tidyLine(' 营 业 执 照 ： ABC  12 号 ')).toBe('营业执照：ABC 12号');
});

const LINES = ['食品经营许可证申请书', '经营者名称：上海云间茶馆', '联系电话：13812345678'];

it(
  'a printed page is read, offline, with how sure the reader is',
  { timeout: 120_000 },
  async () => {
    const reader = createTextReader();
    const lines = await reader.read(drawPage(LINES));
    expect(lines.map(({ text }) => text.replace(/[:：]\s*/u, '：'))).toEqual(LINES);
    for (const { confidence } of lines) {
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    await expect(reader.read(new TextEncoder().encode('no picture'))).rejects.toThrow('image');
    // After a failure the next page is read by a fresh thread.
    expect((await reader.read(drawPage(LINES.slice(0, 1)))).length).toBe(1);
  },
);
