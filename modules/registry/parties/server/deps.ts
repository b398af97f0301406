import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Database } from '#kernel/db/database.ts';
import type { Db } from '#kernel/db/types.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';

import type { ReadCode } from './codes/code-reader.ts';

/** A reason of another module to keep a party's data: an open case, a permit in force. */
export interface Hold {
  /** The last day of keeping, `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: { readonly 'zh-CN': string; readonly en: string };
}

/** Port: what other modules still need a party's data for. `server/modules.ts` plugs those that know. */
export type ListHolds = (db: Db, centreId: number, partyId: string) => Promise<readonly Hold[]>;

/** What this module's use cases stand on. */
export interface PartiesDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly organisation: Pick<OrganisationApi, 'loadDirectory'>;
  readonly files: Pick<FilesApi, 'attach'>;
  readonly listHolds?: ListHolds;
  /** Left out where no service reads codes. */
  readonly readCode?: ReadCode | undefined;
}
