import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock/clock.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Database } from '../db/database.ts';
import type { Permission } from './contract-permission.ts';
import type { IdentityClient } from './identity/client.ts';
import type { ResolveCitizen } from './identity/ports.ts';
import type { AccessKeys } from './keys.ts';
import type { ReadGrants } from './roles/grants-reader.ts';

/** The centre that a host name belongs to. */
export type FindCentre = (host: string) => Promise<Centre>;

/** What the use cases of this part stand on. */
export interface AccessDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly keys: AccessKeys;
  /** What the holder of a session or key may do now. */
  readonly readGrants: ReadGrants;
  readonly publicUrl: string;
  /** Every permission of the product, by name. */
  readonly permissions: ReadonlyMap<string, Permission>;
  readonly findCentre: FindCentre;
  /** Undefined where no identity service is configured. */
  readonly identity: IdentityClient | undefined;
  readonly resolveCitizen: ResolveCitizen;
}
