import type { CalendarApi } from '#kernel/calendar/calendar-api.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Signer } from '#kernel/crypto/signer.ts';
import type { Database } from '#kernel/db/database.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { NotifyApi } from '#kernel/notify/module.ts';
import type { LicencesApi } from '#modules/casework/licences/index.ts';
import type { MattersApi } from '#modules/casework/matters/index.ts';
import type { PremisesApi } from '#modules/casework/premises/index.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';
import type { PartiesApi } from '#modules/registry/parties/index.ts';
import type { StaffApi } from '#modules/registry/staff/index.ts';

/** What this module's use cases stand on. */
export interface CasesDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  /** Signs papers. */
  readonly signer: Signer;
  /** The address that QR codes of papers lead to. */
  readonly publicUrl: string;
  readonly isDemonstration: boolean;
  readonly calendar: Pick<CalendarApi, 'getCalendar'>;
  readonly organisation: Pick<OrganisationApi, 'loadDirectory' | 'listEntrusted'>;
  readonly staff: Pick<StaffApi, 'findPersonOfAccount'>;
  readonly parties: Pick<
    PartiesApi,
    | 'findPartySummary'
    | 'findPartySummaries'
    | 'findPartyInFull'
    | 'findLegalRepresentative'
    | 'findActingParty'
    | 'keepFirm'
    | 'findLivePartyId'
    | 'listPartyIds'
    | 'mayRepresent'
  >;
  readonly files: Pick<FilesApi, 'attach' | 'getFile' | 'listFiles'>;
  readonly notify: NotifyApi;
  readonly premises: PremisesApi;
  readonly matters: Pick<MattersApi, 'getItem' | 'findCurrent' | 'findCurrentBundle'>;
  readonly licences: Pick<
    LicencesApi,
    | 'issue'
    | 'change'
    | 'renew'
    | 'replace'
    | 'act'
    | 'findUsable'
    | 'listUsable'
    | 'recordUse'
    | 'getLicence'
  >;
}
