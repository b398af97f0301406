import type { CalendarApi } from '#kernel/calendar/calendar-api.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Database } from '#kernel/db/database.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { CasesApi } from '#modules/casework/cases/index.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';
import type { StaffApi } from '#modules/registry/staff/index.ts';

/** What this module's use cases stand on. */
export interface ComplaintsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly calendar: Pick<CalendarApi, 'getCalendar'>;
  readonly organisation: Pick<OrganisationApi, 'loadDirectory'>;
  readonly staff: Pick<StaffApi, 'findPerson' | 'findPersonOfAccount' | 'listStaffRefs'>;
  readonly cases: Pick<CasesApi, 'findCase' | 'findCaseByNo'>;
  readonly files: Pick<FilesApi, 'attach'>;
}
