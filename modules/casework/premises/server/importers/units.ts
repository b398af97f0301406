import { z } from 'zod';

import type { Db } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { cellInteger, cellList, cellText } from '#kernel/imports/cells.ts';
import { unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import {
  addressKey,
  type FilingBody,
  permissions,
  type Unit,
  unitAddress,
} from '../../contract.ts';
import type { PremisesDeps } from '../deps.ts';
import { tellFiling } from '../events.ts';
import { fileVersion } from '../filings/file-version.ts';
import { loadAround } from '../filings/load-around.ts';
import * as repository from '../repository.ts';
import type { FilingRow } from '../tables.ts';
import { cellArea, cellExcluded, unitFields } from '../units/unit-sheet.ts';
import type { Work } from '../work.ts';
import { findBody, listByNumber } from './buildings.ts';

const Row = z.object({
  number: cellText(60),
  floor: cellInteger(-20, 200),
  roomNo: cellText(40),
  areaM2: cellArea,
  maxSubjects: cellInteger(0, 5000),
  excluded: cellExcluded,
  groupCodes: cellList,
});
type Row = z.infer<typeof Row>;

/** The units of buildings that were filed before. A building whose units change gets its next version. */
export const unitImporter = (deps: PremisesDeps) =>
  defineImporter<Row>({
    name: 'premises.units',
    title: { 'zh-CN': '住所备案（房屋单元）', en: 'Filed premises: units' },
    permission: permissions.manageSettings,
    fields: [field('number', '备案编号', 'Number', { isKey: true }), ...unitFields],
    row: Row,
    listCurrent: (db, centreId) => listRows(db, centreId),
    checkRows: async (db, centreId, rows) =>
      unknownReferences(rows, 'number', await listByNumber(db, centreId), {
        'zh-CN': '备案编号',
        en: 'filing',
      }),
    write: async (tx, actor, changes) => {
      const known = await listByNumber(tx, actor.centreId);
      const byNumber = Map.groupBy(changes, ({ after }) => after.number);
      for (const [number, own] of byNumber) {
        const filing = orNotFound(known.get(number));
        const body = orNotFound(await findBody(tx, filing));
        const units = own.map(({ after }) => after);
        await putBody({ deps, tx, actor }, filing, withUnits(deps, body, units));
      }
    },
  });

function withUnits({ clock }: PremisesDeps, body: FilingBody, rows: readonly Row[]): FilingBody {
  const keyOf = (roomNo: string) => addressKey(unitAddress(body.building.standardAddress, roomNo));
  const units = new Map(body.units.map((unit) => [keyOf(unit.roomNo), unit]));
  for (const { number: _number, ...row } of rows) {
    const key = keyOf(row.roomNo);
    const unit: Unit = { ...row, id: units.get(key)?.id ?? newId(clock) };
    units.set(key, unit);
  }
  return { ...body, units: [...units.values()] };
}

/** What waits for a check stays with it; what was filed before is filed here with the units. */
async function putBody(work: Work, before: FilingRow, body: FilingBody): Promise<void> {
  const { deps, tx, actor } = work;
  const row: FilingRow = { ...before, draft: body, unit_count: body.units.length };
  if (before.stage === 'submitted' || before.stage === 'regulator-check') {
    repository.putFiling(tx, row);
    return;
  }
  const carrier = orNotFound(await repository.findCarrier(tx, actor.centreId, row.carrier_id));
  const loaded = await loadAround(deps, tx, actor, row, carrier);
  const filed = await fileVersion(row, loaded, work, carrier);
  const after: FilingRow = {
    ...row,
    ...filed,
    stage: 'none',
    standing: before.standing_reason === '' ? 'filed' : 'suspended',
    standing_reason: before.standing_reason,
    standing_ground: before.standing_reason === '' ? null : 'other',
    version: row.version + 1,
    updated_at: deps.clock.now(),
  };
  repository.putFiling(tx, after);
  tellFiling(work, after, { act: 'file' });
}

async function listRows(db: Db, centreId: number): Promise<Row[]> {
  const filings = await listByNumber(db, centreId);
  const rows = await Promise.all(
    [...filings.values()].map(async (filing) => {
      const body = await findBody(db, filing);
      return (body?.units ?? []).map(({ id: _id, ...unit }) => ({
        number: filing.number,
        ...unit,
      }));
    }),
  );
  return rows.flat();
}
