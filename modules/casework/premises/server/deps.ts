import type { CalendarApi } from '#kernel/calendar/calendar-api.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { Sheets } from '#kernel/imports/sheets.ts';
import type { NotifyApi } from '#kernel/notify/module.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';
import type { PartiesApi } from '#modules/registry/parties/index.ts';

/** What this module's use cases stand on. */
export interface PremisesDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** The address that the codes on doors lead to. */
  readonly publicUrl: string;
  readonly calendar: Pick<CalendarApi, 'getCalendar'>;
  readonly organisation: Pick<OrganisationApi, 'loadDirectory'>;
  readonly parties: Pick<PartiesApi, 'findActingParty' | 'findPartyInFull' | 'findPartyByNumber'>;
  readonly files: Pick<FilesApi, 'attach' | 'getFile'>;
  readonly notify: NotifyApi;
  readonly sheets: Sheets;
}
