import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { Finding, MatterContent, BundleContent } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import type { EditionRow } from '../tables.ts';
import { toEditionSummary } from '../view.ts';
import { findFindings } from './find-findings.ts';

type View<C> = ReturnType<typeof toEditionSummary> & { content: C; findings: Finding[] };

/** An edition with its content and what is not right with it. `C` is what its kind says. */
export async function toEditionView<C extends MatterContent | BundleContent>(
  deps: Pick<MattersDeps, 'editions'>,
  db: Db,
  row: EditionRow & { readonly content: C },
  today: Day,
): Promise<View<C>> {
  const findings = await findFindings(deps, db, row, today);
  return { ...toEditionSummary(row, today), content: row.content, findings };
}
