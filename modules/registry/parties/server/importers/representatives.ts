import { z } from 'zod';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import {
  cellBoolean,
  cellDay,
  cellList,
  cellOneOf,
  cellOptional,
  cellOptionalDay,
  cellText,
} from '#kernel/imports/cells.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import { defineImporter, field, type Importer, type RowChange } from '#kernel/imports/importer.ts';
import type { Words } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { MandateKind, permissions } from '../../contract.ts';
import type { PartiesDeps } from '../deps.ts';
import { representativeAdded } from '../events.ts';
import { insertRows, updateRows } from '../repository-rows.ts';
import * as repository from '../repository.ts';
import type { MandateRow, PartyRow } from '../tables.ts';

const Row = z.object({
  principalNo: cellText(40),
  representativeNo: cellText(40),
  kind: cellOneOf(MandateKind.options as ['legal-representative', 'agent', 'guardian']),
  /** `all`, or departments in one order, so that the same scope is the same cell. */
  scope: cellList.transform((parts) => [...new Set(parts)].toSorted()),
  validFrom: cellDay,
  validTo: cellOptionalDay,
  documentNo: cellOptional(60),
  demonstration: cellBoolean,
});
type Row = z.infer<typeof Row>;

const PREFIX = 'department:';

const fields = [
  field('principalNo', '被代理人编号', 'Principal', { isKey: true }),
  field('representativeNo', '代理人编号', 'Representative', { isKey: true }),
  field('kind', '关系', 'Kind', {
    isKey: true,
    noteZh: 'legal-representative 法定代表人或负责人、agent 代理人、guardian 监护人',
    noteEn: 'legal-representative, agent or guardian',
  }),
  field('scope', '范围', 'Scope', {
    noteZh: 'all 全部事项，或 department:部门代码，多个用 | 隔开',
    noteEn: 'all, or department:code joined by |',
  }),
  field('validFrom', '开始日期', 'Valid from', { isKey: true }),
  field('validTo', '截止日期（含）', 'Last day', {
    noteZh: '留空为长期',
    noteEn: 'Empty is open-ended',
  }),
  field('documentNo', '授权书编号', 'Document number'),
  field('demonstration', '演示', 'Demonstration'),
];

/** 代理关系 as a sheet. Parties are named by their number; those that were merged keep theirs and lead to the other record. */
export const representativeImporter = (deps: PartiesDeps): Importer =>
  defineImporter<Row>({
    name: 'parties.representatives',
    title: { 'zh-CN': '代理关系', en: 'Representatives' },
    permission: permissions.manageRepresentatives,
    fields,
    row: Row,
    listCurrent,
    checkRows: (db, centreId, rows) => checkRows(deps, db, centreId, rows),
    write: (tx, actor, changes) => writeMandates(deps, tx, actor, changes),
  });

async function listCurrent(db: Db, centreId: number): Promise<Row[]> {
  const [mandates, parties] = await Promise.all([
    repository.allMandates(db, centreId),
    repository.allParties(db, centreId),
  ]);
  const numbers = new Map(parties.map((party) => [party.party_id, party.party_no]));
  return mandates.flatMap((mandate) => {
    const principalNo = numbers.get(mandate.principal_id);
    const representativeNo = numbers.get(mandate.representative_id);
    if (principalNo === undefined || representativeNo === undefined) return [];
    return [
      {
        principalNo,
        representativeNo,
        kind: mandate.kind,
        scope: mandate.is_for_all
          ? ['all']
          : mandate.department_codes.map((code) => `${PREFIX}${code}`).toSorted(),
        validFrom: mandate.valid_from,
        validTo: mandate.valid_to ?? '',
        documentNo: mandate.document_no,
        demonstration: mandate.is_demonstration,
      },
    ];
  });
}

interface Numbered {
  readonly rowNumber: number;
  readonly row: Row;
}

async function findByNo(db: Db, centreId: number, rows: readonly Row[]) {
  const numbers = rows.flatMap((row) => [row.principalNo, row.representativeNo]);
  const found = await repository.findByPartyNos(db, centreId, [...new Set(numbers)]);
  const active = found.filter(({ status }) => status === 'active');
  return new Map(active.map((party) => [party.party_no, party]));
}

async function checkRows(
  { organisation }: PartiesDeps,
  db: Db,
  centreId: number,
  rows: readonly Numbered[],
): Promise<CellFault[]> {
  const parties = await findByNo(
    db,
    centreId,
    rows.map(({ row }) => row),
  );
  const { departments } = await organisation.loadDirectory(db, centreId);
  return rows.flatMap(({ rowNumber, row }) => {
    const fault = (name: string, value: string, reason: Words): CellFault => ({
      row: rowNumber,
      field: name,
      value,
      reason,
    });
    return [
      ...faultsOfParties(row, parties, fault),
      ...faultsOfScope(row, (code) => departments.byCode.has(code), fault),
    ];
  });
}

type Fault = (name: string, value: string, reason: Words) => CellFault;

function faultsOfParties(
  row: Row,
  parties: ReadonlyMap<string, PartyRow>,
  fault: Fault,
): CellFault[] {
  const principal = parties.get(row.principalNo);
  const representative = parties.get(row.representativeNo);
  const wanted = { 'legal-representative': 'organisation', guardian: 'person', agent: undefined };
  const found: Array<[boolean, string, string, Words]> = [
    [principal === undefined, 'principalNo', row.principalNo, UNKNOWN],
    [representative === undefined, 'representativeNo', row.representativeNo, UNKNOWN],
    [row.principalNo === row.representativeNo, 'representativeNo', row.representativeNo, SELF],
    [representative?.kind === 'organisation', 'representativeNo', row.representativeNo, NO_PERSON],
    [
      principal !== undefined && (wanted[row.kind] ?? principal.kind) !== principal.kind,
      'kind',
      row.kind,
      UNFIT,
    ],
    [row.validTo !== '' && row.validTo < row.validFrom, 'validTo', row.validTo, BACKWARDS],
  ];
  return found.flatMap(([holds, name, value, reason]) =>
    holds ? [fault(name, value, reason)] : [],
  );
}

const UNKNOWN = { 'zh-CN': '没有这个主体编号', en: 'No party with this number' };
const SELF = { 'zh-CN': '代理人不能是本人', en: 'Nobody can be their own representative' };
const NO_PERSON = { 'zh-CN': '代理人应为自然人', en: 'A representative is a natural person' };
const UNFIT = {
  'zh-CN': '法定代表人属于法人，监护人属于自然人',
  en: 'A legal representative belongs to an organisation, a guardian to a person',
};
const BACKWARDS = { 'zh-CN': '截止日期早于开始日期', en: 'The last day is before the first' };

function faultsOfScope(row: Row, isKnown: (code: string) => boolean, fault: Fault): CellFault[] {
  const isAll = row.scope.length === 1 && row.scope[0] === 'all';
  if (isAll) return [];
  const bad = row.scope.filter(
    (part) => !part.startsWith(PREFIX) || !isKnown(part.slice(PREFIX.length)),
  );
  if (row.scope.length > 0 && bad.length === 0) return [];
  return [
    fault('scope', bad.join('|'), {
      'zh-CN': '范围应为 all，或 department: 加已登记的部门代码',
      en: 'The scope is all, or department: and the code of a recorded department',
    }),
  ];
}

async function writeMandates(
  { clock }: PartiesDeps,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<Row>>,
): Promise<void> {
  // The set-up of a centre is the system's own act.
  if (actor.kind !== 'system') authorise(actor, permissions.manageRepresentatives.name);
  const rows = changes.map(({ after }) => after);
  const parties = await findByNo(tx, actor.centreId, rows);
  const recorded = new Map(
    (await repository.allMandates(tx, actor.centreId)).map((one) => [keyOf(one), one]),
  );
  const written = rows.map((row) => {
    const principalId = orNotFound(parties.get(row.principalNo)).party_id;
    const representativeId = orNotFound(parties.get(row.representativeNo)).party_id;
    const key = `${principalId} ${representativeId} ${row.kind} ${row.validFrom}`;
    const before = recorded.get(key);
    const isForAll = row.scope[0] === 'all';
    const after: MandateRow = {
      centre_id: actor.centreId,
      mandate_id: before?.mandate_id ?? newId(clock),
      principal_id: principalId,
      representative_id: representativeId,
      kind: row.kind,
      is_for_all: isForAll,
      department_codes: isForAll ? [] : row.scope.map((part) => part.slice(PREFIX.length)),
      valid_from: row.validFrom,
      valid_to: row.validTo === '' ? null : row.validTo,
      document_no: row.documentNo,
      document_file_id: before?.document_file_id ?? null,
      is_demonstration: row.demonstration,
      revoked_at: null,
      revoked_reason: '',
      version: (before?.version ?? 0) + 1,
    };
    return { before, after };
  });
  const rowsOf = (isNew: boolean) =>
    written.filter(({ before }) => (before === undefined) === isNew).map(({ after }) => after);
  insertRows(tx, 'parties.mandate', rowsOf(true));
  updateRows(tx, 'parties.mandate', rowsOf(false));
  for (const { after } of written) representativeAdded(tx, clock, actor, after);
}

const keyOf = (row: MandateRow) =>
  `${row.principal_id} ${row.representative_id} ${row.kind} ${row.valid_from}`;
