import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Database } from '#kernel/db/database.ts';
import type { Db } from '#kernel/db/types.ts';
import type { NotifyApi } from '#kernel/notify/module.ts';
import type { CasesApi } from '#modules/casework/cases/index.ts';
import type { DevicesApi } from '#modules/registry/devices/index.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';
import type { PartiesApi } from '#modules/registry/parties/index.ts';
import type { StaffApi } from '#modules/registry/staff/index.ts';

/** Port: the rating of a visit, as hall/evaluation keeps it; undefined while there is none. */
export type FindRating = (
  db: Db,
  centreId: number,
  ticketId: string,
) => Promise<{ readonly grade: number; readonly at: Date } | undefined>;

/** What this module's use cases stand on. */
export interface QueueDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly organisation: Pick<OrganisationApi, 'loadDirectory' | 'loadOpening' | 'moveWindow'>;
  readonly staff: Pick<StaffApi, 'findPersonOfAccount' | 'listStaffOfAccounts' | 'whoStandsAt'>;
  readonly parties: Pick<
    PartiesApi,
    'findActingParty' | 'findPartyInFull' | 'findLivePartyId' | 'findPartyByNumber'
  >;
  readonly devices: DevicesApi;
  readonly cases: Pick<CasesApi, 'findCase' | 'listPapersGiven' | 'sumCases'>;
  readonly notify: NotifyApi;
  readonly findRating: FindRating;
}
