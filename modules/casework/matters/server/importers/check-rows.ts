import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import { cellFault, type NumberedRow } from '#kernel/imports/faults.ts';

import {
  type BundleContent,
  checkBundle,
  checkContent,
  type Finding,
  type MatterContent,
  type SubjectKind,
} from '../../contract.ts';
import { findMembers, toItems } from '../bundle-members.ts';
import type { MattersDeps } from '../deps.ts';
import { listDrafts } from '../repository-editions.ts';
import type { CatalogueRow } from './catalogue-row.ts';
import { listRows } from './list-rows.ts';

type Rows = ReadonlyArray<NumberedRow<CatalogueRow>>;

/** Contents that break a rule, and matters that somebody is drafting. What is in force already is not asked again. */
export async function checkRows(
  deps: MattersDeps,
  db: Db,
  centreId: number,
  kind: SubjectKind,
  rows: Rows,
): Promise<CellFault[]> {
  const codes = rows.map(({ row }) => row.code);
  const current = await listRows(db, centreId, kind, codes);
  const same = new Set(current.map(({ code, fingerprint }) => `${code} ${fingerprint}`));
  const changed = rows.filter(({ row }) => !same.has(`${row.code} ${row.fingerprint}`));
  const drafts = new Map(
    (
      await listDrafts(
        db,
        centreId,
        changed.map(({ row }) => row.code),
      )
    ).map((draft) => [draft.code, draft.saved_by_name]),
  );
  const faults: CellFault[] = [];
  for (const { rowNumber, row } of changed) {
    const who = drafts.get(row.code);
    if (who !== undefined)
      faults.push(
        cellFault(rowNumber, 'code', row.code, {
          'zh-CN': `${who}正在编制该事项的草稿，请先发布或删除草稿`,
          en: `${who} is drafting this matter; publish the draft or throw it away first`,
        }),
      );
    const findings = await findErrors(deps, db, centreId, row.content);
    faults.push(
      ...findings.map(({ place, sentence }) => cellFault(rowNumber, place, row.code, sentence)),
    );
  }
  return faults;
}

async function findErrors(
  { editions, clock }: MattersDeps,
  db: Db,
  centreId: number,
  content: MatterContent | BundleContent,
): Promise<Finding[]> {
  const findings =
    'members' in content
      ? checkBundle(
          content,
          toItems(
            await findMembers(
              db,
              editions,
              { centreId, on: await todayOf({ clock }, db, centreId) },
              content,
            ),
          ),
        )
      : checkContent(content);
  return findings.filter(({ weight }) => weight === 'error');
}
