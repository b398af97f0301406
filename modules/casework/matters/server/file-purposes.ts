import { mayAnywhere } from '#kernel/access/authorise.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';

import { permissions } from '../contract.ts';

/** Blank forms and samples (空白表格, 示例样表). The public reads those of guides in force by a route of its own. */
export const SAMPLE_PURPOSE = 'matters.sample';

export const filePurposes: readonly FilePurpose[] = [
  {
    name: SAMPLE_PURPOSE,
    mayUpload: (actor) => mayAnywhere(actor, permissions.draft.name),
    mayRead: (_db, actor) => mayAnywhere(actor, permissions.view.name),
  },
];
