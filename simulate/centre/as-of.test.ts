import { expect, it } from 'vitest';

import { dropLater, dropNaming } from './as-of.ts';

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
