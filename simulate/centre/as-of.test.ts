import { expect, it } from 'vitest';

import { countWeeks, dropLater, dropNaming, dropSignedLater, setBack } from './as-of.ts';

const person = (partyNo: string, bornOn: string) => ({
  partyNo,
  bornOn,
  establishedOn: '',
  identifierNumber: `id-${partyNo}`,
});

it('leaves out who was not born on the day, and whatever names them by number or paper', () => {
  const { kept, dropped } = dropLater(
    [person('P1', '1990-01-01'), person('P2', '2024-12-15')],
    '2024-03-18',
  );
  expect(kept.map(({ partyNo }) => partyNo)).toEqual(['P1']);
  const licences = [{ holder: 'P1' }, { holder: 'P2' }, { holder: 'id-P2' }];
  expect(dropNaming(licences, dropped)).toEqual([{ holder: 'P1' }]);
});

it('sets back what happened later by whole weeks, so that a Thursday stays one', () => {
  const rows = [{ day: '2026-11-10' }, { day: '2026-11-12' }];
  const weeks = countWeeks(rows, '2024-03-18');
  expect(rows.map((row) => setBack(row, weeks)['day'])).toEqual(['2024-03-12', '2024-03-14']);
  expect(countWeeks(rows, '2026-11-13')).toBe(0);
  expect(countWeeks([{ day: '2024-03-18' }], '2024-03-18')).toBe(1);
});

it('asks nothing of days until which something holds', () => {
  expect(countWeeks([{ rightUntil: '2030-01-01', since: '2023-01-01' }], '2024-03-18')).toBe(0);
});

it('knows no contract that is signed after finance is recorded', () => {
  const contracts = [{ signedOn: '2024-12-31' }, { signedOn: '' }, { signedOn: '2026-01-05' }];
  expect(dropSignedLater(contracts, '2025-03-19')).toEqual(contracts.slice(0, 2));
});
