import { may } from '#kernel/access/authorise.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';

import { permissions } from '../contract.ts';

export const EVIDENCE = 'performance.evidence';

/** Papers behind values that people record. */
export const evidencePurpose: FilePurpose = {
  name: EVIDENCE,
  mayUpload: (actor) => may(actor, permissions.draft.name),
  mayRead: (_db, actor) => may(actor, permissions.view.name),
};
