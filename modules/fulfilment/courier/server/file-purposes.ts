import { mayAnywhere } from '#kernel/access/authorise.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';

import { permissions } from '../contract.ts';

/** The signature of whoever took a batch. */
export const SIGNATURE_PURPOSE = 'courier.signature';

/** A carrier's bill of a month. */
export const BILL_PURPOSE = 'courier.bill';

const MIB = 1024 * 1024;

export const filePurposes: readonly FilePurpose[] = [
  {
    name: SIGNATURE_PURPOSE,
    limitBytes: 2 * MIB,
    mayUpload: (actor) => mayAnywhere(actor, permissions.handle.name),
    mayRead: async (_db, actor) => mayAnywhere(actor, permissions.view.name),
  },
  {
    name: BILL_PURPOSE,
    limitBytes: 20 * MIB,
    mayUpload: (actor) => mayAnywhere(actor, permissions.settle.name),
    mayRead: async (_db, actor) => mayAnywhere(actor, permissions.settle.name),
  },
];
