import { z } from 'zod';

import type { Db } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { cellBoolean, cellDay, cellOneOf, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { cellFault } from '#kernel/imports/faults.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import { permissions, UseRole } from '../../contract.ts';
import type { PremisesDeps } from '../deps.ts';
import * as unitRows from '../repository-units.ts';
import { listByNumber } from './buildings.ts';

const Row = z.object({
  number: cellText(60),
  roomNo: cellText(40),
  name: cellText(100),
  creditCode: cellOptional(18),
  role: cellOneOf(UseRole.options),
  since: cellDay,
  isUnreachable: cellBoolean,
});
type Row = z.infer<typeof Row>;

const fields = [
  field('number', '备案编号', 'Number', { isKey: true }),
  field('roomNo', '房号', 'Room', { isKey: true }),
  field('name', '主体名称', 'Subject', { isKey: true }),
  field('creditCode', '统一社会信用代码', 'Credit code'),
  field('role', '住所或经营场所', 'Address or place'),
  field('since', '入驻日期', 'Since'),
  field('isUnreachable', '无法联系', 'Not found there'),
];

/** Who was in the units before this software. */
export const occupantImporter = (deps: PremisesDeps) =>
  defineImporter<Row>({
    name: 'premises.occupants',
    title: { 'zh-CN': '住所备案（入驻主体）', en: 'Filed premises: occupants' },
    permission: permissions.manageSettings,
    fields,
    row: Row,
    listCurrent: async (db, centreId) => {
      const { occupants, byUnit } = await load(db, centreId);
      return occupants.flatMap((row) => {
        const unit = byUnit.get(row.unit_id);
        return unit === undefined
          ? []
          : [
              {
                ...unit,
                name: row.subject_name,
                creditCode: row.credit_code,
                role: row.role,
                since: row.from_on,
                isUnreachable: row.is_unreachable,
              },
            ];
      });
    },
    checkRows: async (db, centreId, rows) => {
      const { byRoom } = await load(db, centreId);
      return rows.flatMap(({ rowNumber, row }) =>
        byRoom.has(`${row.number}/${row.roomNo}`)
          ? []
          : [
              cellFault(rowNumber, 'roomNo', row.roomNo, {
                'zh-CN': '备案中没有这一房号',
                en: 'The filing has no such room',
              }),
            ],
      );
    },
    write: async (tx, actor, changes) => {
      const { byRoom, occupants } = await load(tx, actor.centreId);
      const added = changes.flatMap(({ after }) => {
        const unit = byRoom.get(`${after.number}/${after.roomNo}`);
        if (unit === undefined) return [];
        const known = occupants.find(
          (one) => one.unit_id === unit.unit_id && one.subject_name === after.name,
        );
        if (known !== undefined) {
          unitRows.updateOccupancy(tx, known, {
            is_unreachable: after.isUnreachable,
            credit_code: after.creditCode,
          });
          return [];
        }
        return [
          {
            centre_id: actor.centreId,
            occupancy_id: newId(deps.clock),
            unit_id: unit.unit_id,
            filing_id: unit.filing_id,
            role: after.role,
            subject_name: after.name,
            credit_code: after.creditCode,
            case_id: null,
            from_on: after.since,
            until_on: null,
            is_unreachable: after.isUnreachable,
            note: '',
          },
        ];
      });
      unitRows.insertOccupancies(tx, added);
    },
  });

async function load(db: Db, centreId: number) {
  const filings = await listByNumber(db, centreId);
  const numbers = new Map([...filings.values()].map((row) => [row.filing_id, row.number]));
  const ids = [...numbers.keys()];
  const [units, occupants] = await Promise.all([
    unitRows.listUnits(db, centreId, ids),
    unitRows.listOccupants(db, centreId, { filingIds: ids }),
  ]);
  const numberOf = (filingId: string) => numbers.get(filingId) ?? '';
  return {
    occupants,
    byRoom: new Map(units.map((unit) => [`${numberOf(unit.filing_id)}/${unit.room_no}`, unit])),
    byUnit: new Map(
      units.map((unit) => [
        unit.unit_id,
        { number: numberOf(unit.filing_id), roomNo: unit.room_no },
      ]),
    ),
  };
}
