import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Database } from '#kernel/db/database.ts';
import type { NotifyApi } from '#kernel/notify/module.ts';
import type { MattersApi } from '#modules/casework/matters/index.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';
import type { PartiesApi } from '#modules/registry/parties/index.ts';
import type { StaffApi } from '#modules/registry/staff/index.ts';

import type { IssueTicket } from '../contract.ts';

/** What this module's use cases stand on. */
export interface AppointmentsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  /** The address that QR codes lead to. */
  readonly publicUrl: string;
  readonly organisation: Pick<OrganisationApi, 'loadDirectory' | 'loadOpening'>;
  readonly staff: Pick<StaffApi, 'listStaffedWindows'>;
  readonly parties: Pick<
    PartiesApi,
    'findActingParty' | 'findPartyByNumber' | 'findPartyInFull' | 'findPartySummary'
  >;
  readonly matters: Pick<MattersApi, 'findCurrent'>;
  readonly notify: NotifyApi;
  /** Port of the queue: a checked-in appointment becomes a ticket. */
  readonly issueTicket: IssueTicket;
}
