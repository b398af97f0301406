import type { CalendarApi } from '#kernel/calendar/calendar-api.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Database } from '#kernel/db/database.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { NotifyApi } from '#kernel/notify/module.ts';
import type { CasesApi } from '#modules/casework/cases/index.ts';
import type { QueueApi } from '#modules/hall/queue/index.ts';
import type { DevicesApi } from '#modules/registry/devices/index.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';
import type { PartiesApi } from '#modules/registry/parties/index.ts';
import type { StaffApi } from '#modules/registry/staff/index.ts';

/** What this module's use cases stand on. */
export interface EvaluationDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  /** The address that links and QR codes lead to. */
  readonly publicUrl: string;
  readonly calendar: Pick<CalendarApi, 'getCalendar'>;
  readonly organisation: Pick<OrganisationApi, 'loadDirectory'>;
  readonly staff: Pick<
    StaffApi,
    'findPerson' | 'findPersonOfAccount' | 'findPost' | 'listStaffRefs' | 'whoStandsAt'
  >;
  readonly devices: Pick<DevicesApi, 'findDeviceOfAccount'>;
  readonly parties: Pick<PartiesApi, 'findPartyInFull' | 'findActingParty'>;
  readonly cases: Pick<CasesApi, 'findCase' | 'findCaseByNo' | 'readForSigning'>;
  readonly queue: Pick<
    QueueApi,
    'findVisit' | 'findVisitOfDay' | 'findSignedIn' | 'findLastVisitAtWindow'
  >;
  readonly files: Pick<FilesApi, 'getFile' | 'storeFile'>;
  readonly notify: NotifyApi;
}
