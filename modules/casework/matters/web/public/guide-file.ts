import { addressOf } from '#web/client/index.ts';

import { routes } from '../../contract.ts';

/** Where a visitor downloads a blank form or a sample that the guide names. */
export function guideFile(matterId: string, fileId: string): string {
  return addressOf(routes.downloadGuideFile, { params: { id: matterId, fileId } });
}
