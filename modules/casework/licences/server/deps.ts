import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Signer } from '#kernel/crypto/signer.ts';
import type { Database } from '#kernel/db/database.ts';
import type { NotifyApi } from '#kernel/notify/module.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';
import type { PartiesApi } from '#modules/registry/parties/index.ts';

/** What this module's use cases stand on. */
export interface LicencesDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  /** Signs statements of licences. */
  readonly signer: Signer;
  /** The address that QR codes lead to. */
  readonly publicUrl: string;
  readonly organisation: Pick<OrganisationApi, 'loadDirectory'>;
  readonly parties: Pick<
    PartiesApi,
    | 'findActingParty'
    | 'findLivePartyId'
    | 'findPartyByNumber'
    | 'findPartyInFull'
    | 'findPartySummary'
    | 'mayRepresent'
  >;
  readonly notify: NotifyApi;
}
