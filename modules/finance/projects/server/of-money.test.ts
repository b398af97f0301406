import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import * as budget from '#modules/finance/budget/contract.ts';
import * as contracts from '#modules/finance/contracts/contract.ts';

import * as own from '../contract/of-money.ts';

/** A contract imports no other module's, so what is sent of money is said twice; here it is held to be the same. */
describe('what a project says of money', () => {
  test.each([
    ['Figures', own.Figures, contracts.FiguresShown],
    ['Forecast', own.Forecast, contracts.ForecastShown],
    ['Yuan', own.Yuan, contracts.Yuan],
    ['ContractType', own.ContractType, contracts.ContractType],
    ['ContractState', own.ContractState, contracts.ContractState],
    ['PublicationState', own.PublicationState, contracts.PublicationState],
    ['Stage', own.Stage, budget.Stage],
    ['VersionState', own.VersionState, budget.VersionState],
  ] as const)('%s is what the module that keeps it says', (_, said, kept) => {
    expect(z.toJSONSchema(said)).toEqual(z.toJSONSchema(kept));
  });
});
