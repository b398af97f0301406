import { devices } from '#modules/registry/devices/server/module.ts';
import { organisation } from '#modules/registry/organisation/server/module.ts';
import type { ListHolds } from '#modules/registry/parties/index.ts';
import { parties } from '#modules/registry/parties/server/module.ts';
import { staff } from '#modules/registry/staff/server/module.ts';

import { codeReader } from '../code-reader.ts';
import { createLate } from '../late.ts';
import { deviceAccounts, staffAccounts } from '../ports.ts';
import type { Making } from './making.ts';

export type Registry = ReturnType<typeof makeRegistry>;

/** Where, who, with whom and with what: registers that everything above stands on. */
export function makeRegistry({ add, foundation, kernel }: Making) {
  const organisationApi = add(organisation.create(foundation));
  const devicesApi = add(
    devices.create({
      ...foundation,
      organisation: organisationApi,
      accounts: deviceAccounts(kernel.access),
    }),
  );
  const staffApi = add(
    staff.create({
      ...foundation,
      organisation: organisationApi,
      accounts: staffAccounts(kernel.access),
      files: kernel.files,
      notify: kernel.notify,
    }),
  );
  // Asked only when somebody wants to be erased: licences and cases are made by then.
  const holds = createLate<ListHolds>();
  const partiesApi = add(
    parties.create({
      ...foundation,
      organisation: organisationApi,
      files: kernel.files,
      listHolds: holds.ask,
      readCode: codeReader(foundation),
    }),
  );
  return {
    organisation: organisationApi,
    devices: devicesApi,
    staff: staffApi,
    parties: partiesApi,
    holds,
  };
}
