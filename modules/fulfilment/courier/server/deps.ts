import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Database } from '#kernel/db/database.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { NotifyApi } from '#kernel/notify/module.ts';
import type { CasesApi } from '#modules/casework/cases/index.ts';
import type { ContractsDoor } from '#modules/fulfilment/seals/contract.ts';
import type { SealsApi } from '#modules/fulfilment/seals/index.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';
import type { PartiesApi } from '#modules/registry/parties/index.ts';

import type { OrderParcel } from '../contract.ts';

/** What this module's use cases stand on. */
export interface CourierDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  /** Carriers push to an address below this. */
  readonly publicUrl: string;
  readonly organisation: Pick<OrganisationApi, 'loadDirectory'>;
  readonly parties: Pick<PartiesApi, 'findActingParty' | 'findPartyInFull'>;
  readonly cases: Pick<
    CasesApi,
    'findCaseByNo' | 'findCase' | 'findDelivery' | 'dispatch' | 'comeBack' | 'deliver'
  >;
  readonly seals: Pick<
    SealsApi,
    'findSet' | 'findSetByNumber' | 'findDelivery' | 'send' | 'signByCourier' | 'takeBack'
  >;
  readonly files: Pick<FilesApi, 'attach' | 'getFile'>;
  readonly notify: NotifyApi;
  /** Port: a carrier that takes orders. */
  readonly orderParcel: OrderParcel;
  /** Port: parcels are counted, and their months settled, by the contracts. */
  readonly contracts: ContractsDoor;
}

export interface Doing {
  readonly deps: CourierDeps;
  readonly tx: Tx;
  readonly actor: Actor;
}
