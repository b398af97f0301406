import type { Db } from '#kernel/db/types.ts';

import type { SubjectKind } from '../../contract.ts';
import { listNewest } from '../repository-editions.ts';
import { type CatalogueRow, toRow } from './catalogue-row.ts';

/** The newest published edition of each matter or bundle, by code. */
export async function listRows(
  db: Db,
  centreId: number,
  kind: SubjectKind,
): Promise<CatalogueRow[]> {
  return (await listNewest(db, centreId, kind)).map(({ content }) => toRow(content));
}
