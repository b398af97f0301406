import type { AccessApi } from '#kernel/access/index.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Database } from '#kernel/db/database.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { CasesApi } from '#modules/casework/cases/index.ts';
import type { DevicesApi } from '#modules/registry/devices/index.ts';
import type { PartiesApi, ReadCode } from '#modules/registry/parties/index.ts';

/** What this module's use cases stand on. */
export interface KioskDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly access: Pick<AccessApi, 'openVisitor' | 'endVisitors' | 'findAccount'>;
  readonly files: Pick<FilesApi, 'receive' | 'getFile' | 'destroyLoose'>;
  readonly cases: Pick<CasesApi, 'forgetDraftFiles'>;
  readonly devices: Pick<DevicesApi, 'findDeviceOfAccount'>;
  readonly parties: Pick<PartiesApi, 'findActingParty'>;
  /** Absent where no service reads codes. */
  readonly readCode: ReadCode | undefined;
}
