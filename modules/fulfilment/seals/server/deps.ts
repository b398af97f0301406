import type { CalendarApi } from '#kernel/calendar/calendar-api.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Database } from '#kernel/db/database.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { NotifyApi } from '#kernel/notify/module.ts';
import type { CasesApi } from '#modules/casework/cases/index.ts';
import type { LicencesApi } from '#modules/casework/licences/index.ts';
import type { PartiesApi } from '#modules/registry/parties/index.ts';

import type { ContractsDoor } from '../contract.ts';

/** What this module's use cases stand on. */
export interface SealsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly calendar: Pick<CalendarApi, 'getCalendar'>;
  readonly parties: Pick<
    PartiesApi,
    'findActingParty' | 'findPartyByNumber' | 'findPartyInFull' | 'findLivePartyId'
  >;
  readonly licences: Pick<LicencesApi, 'findUsable' | 'getLicence'>;
  readonly cases: Pick<CasesApi, 'findCaseByNo'>;
  readonly files: Pick<FilesApi, 'attach'>;
  readonly notify: NotifyApi;
  /** Port: where signed sets are counted and months handed on. */
  readonly contracts: ContractsDoor;
}
