import { expect, it } from 'vitest';

import { findLanes } from './lanes.ts';
import type { Line } from './plan.ts';

const line = (code: string, windowIds: string[], helperIds: string[] = []): Line => ({
  siteId: 'hall',
  siteCode: 'hall',
  isDistrict: true,
  businessId: code,
  code,
  letter: 'A',
  isRealName: false,
  departmentCodes: [],
  usualMinutes: 10,
  windowIds,
  helperIds,
  open: [],
});
const staffed = (...windowIds: string[]) =>
  windowIds.map((windowId) => ({ windowId, lines: [], pause: undefined }));

it('puts lines that share a staffed window into one lane, also by way of a third', () => {
  const lines = [
    line('enterprise', ['w1'], ['w5']),
    line('social', ['w2'], ['w5']),
    line('insurance', ['w3'], ['w2']),
    line('tax', ['w4']),
  ];
  const laneOf = findLanes(lines, staffed('w1', 'w2', 'w3', 'w4', 'w5'));
  const [enterprise, social, insurance, tax] = lines.map(laneOf);
  expect(new Set([enterprise, social, insurance]).size).toBe(1);
  expect(tax).not.toBe(enterprise);
});

it('keeps lines apart whose common window stays closed', () => {
  const lines = [line('enterprise', ['w1'], ['w5']), line('social', ['w2'], ['w5'])];
  const [one, other] = lines.map(findLanes(lines, staffed('w1', 'w2')));
  expect(one).not.toBe(other);
});
