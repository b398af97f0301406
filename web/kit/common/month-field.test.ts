import { expect, test } from 'vitest';

import { listMonths } from './MonthField.tsx';

test('months go back over the turn of a year', () => {
  expect(listMonths('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});
