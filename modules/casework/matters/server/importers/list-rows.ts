import type { Db } from '#kernel/db/types.ts';

import type { SubjectKind } from '../../contract.ts';
import { listNewest } from '../repository-editions.ts';
import { type CatalogueRow, toRow } from './catalogue-row.ts';

/** The newest published edition of each matter or bundle, by code; of these codes, when given. */
export async function listRows(
  db: Db,
  centreId: number,
  kind: SubjectKind,
  codes?: readonly string[],
): Promise<CatalogueRow[]> {
  return (await listNewest(db, centreId, kind, codes)).map(({ content }) => toRow(content));
}
