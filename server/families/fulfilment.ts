import { createHttpCarrier } from '#modules/fulfilment/courier/index.ts';
import { courier } from '#modules/fulfilment/courier/server/module.ts';
import type { ContractsDoor } from '#modules/fulfilment/seals/contract.ts';
import { seals } from '#modules/fulfilment/seals/server/module.ts';

import { createLate } from '../late.ts';
import type { Casework } from './casework.ts';
import type { Making } from './making.ts';
import type { Registry } from './registry.ts';

export type Fulfilment = ReturnType<typeof makeFulfilment>;

/** The contracts as fulfilment asks them: they are made later, because money hears from everything. */
function lateContracts() {
  const count = createLate<ContractsDoor['count']>();
  const findMeteredContract = createLate<ContractsDoor['findMeteredContract']>();
  const proposeSettlement = createLate<ContractsDoor['proposeSettlement']>();
  const takeOverSettlement = createLate<ContractsDoor['takeOverSettlement']>();
  const findSettlement = createLate<ContractsDoor['findSettlement']>();
  const door: ContractsDoor = {
    count: count.ask,
    findMeteredContract: findMeteredContract.ask,
    proposeSettlement: proposeSettlement.ask,
    takeOverSettlement: takeOverSettlement.ask,
    findSettlement: findSettlement.ask,
  };
  return {
    door,
    plug: (contracts: ContractsDoor): void => {
      count.plug(contracts.count);
      findMeteredContract.plug(contracts.findMeteredContract);
      proposeSettlement.plug(contracts.proposeSettlement);
      takeOverSettlement.plug(contracts.takeOverSettlement);
      findSettlement.plug(contracts.findSettlement);
    },
  };
}

/** From a decision to what is in people's hands, and to the bill for it. */
export function makeFulfilment(
  { add, foundation, kernel }: Making,
  { organisation, parties }: Registry,
  { licences, cases }: Casework,
) {
  const contracts = lateContracts();
  const { calendar, files, notify } = kernel;
  const sealsApi = add(
    seals.create({
      ...foundation,
      calendar,
      parties,
      licences,
      cases,
      files,
      notify,
      contracts: contracts.door,
    }),
  );
  const courierApi = add(
    courier.create({
      ...foundation,
      publicUrl: foundation.config.http.publicUrl,
      organisation,
      parties,
      cases,
      seals: sealsApi,
      files,
      notify,
      orderParcel: createHttpCarrier(),
      contracts: contracts.door,
    }),
  );
  return { seals: sealsApi, courier: courierApi, plugContracts: contracts.plug };
}
