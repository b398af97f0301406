import { mayAnywhere } from '#kernel/access/authorise.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';

import { permissions } from '../contract.ts';

/** The signature of whoever took a batch. */
export const SIGNATURE_PURPOSE = 'courier.signature';

const MIB = 1024 * 1024;

export const filePurposes: readonly FilePurpose[] = [
  {
    name: SIGNATURE_PURPOSE,
    limitBytes: 2 * MIB,
    mayUpload: (actor) => mayAnywhere(actor, permissions.handle.name),
    mayRead: async (_db, actor) => mayAnywhere(actor, permissions.view.name),
  },
];
