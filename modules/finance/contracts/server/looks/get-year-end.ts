import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { type Fen, toYuanText } from '#kernel/money/fen.ts';

import {
  type CarryOverProposal,
  permissions,
  type YearEnd,
  addFigures,
  showFigures,
} from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { leftOf } from '../effects/settle.ts';
import { nameOfLine, toFigures } from '../figures.ts';
import * as contracts from '../repository-contracts.ts';
import { listOpenOfKind } from '../repository-documents.ts';
import { listContractsOnLines } from '../repository-lists.ts';
import type {
  ContractRow,
  DocumentRow,
  InstalmentRow,
  SettlementRow,
  ShareRow,
} from '../tables.ts';
import { chooseYear } from './get-overview.ts';

/** What contracts still hold on the lines of a year, with its age, and what nothing claims. */
export async function getYearEnd(
  { database }: ContractsDeps,
  actor: Actor,
  asked: number | undefined,
): Promise<YearEnd> {
  authorise(actor, permissions.view.name);
  const { db } = database;
  const { centreId } = actor;
  const { year, years, lines } = await chooseYear(db, centreId, asked);
  const lineIds = new Set(lines.map((line) => line.line_id));
  const rows = await listContractsOnLines(db, centreId, [...lineIds]);
  const ids = rows.map((row) => row.contract_id);
  const [shares, instalments, settlements, documents] = await Promise.all([
    contracts.listShares(db, centreId, ids),
    contracts.listInstalments(db, centreId, ids),
    contracts.listSettlements(db, centreId, ids),
    listOpenOfKind(db, centreId, 'carry-over'),
  ]);
  const own = shares.filter((share) => lineIds.has(share.line_id));
  const proposals = rows
    .filter((row) => row.state === 'running')
    .map((row) => propose(row, year, { shares: own, instalments, settlements, documents }))
    .filter((one) => one.committed !== '0.00');
  const carryOver = rows
    .filter((row) => row.state === 'running')
    .reduce((sum, row) => sum + leftOn(row, own), 0n);
  return {
    year,
    years,
    figures: showFigures(addFigures(lines.map(toFigures))),
    carryOver: toYuanText(carryOver),
    proposals,
    unclaimed: lines
      .filter((line) => line.available_fen > 0n)
      .map((line) => ({
        lineId: line.line_id,
        line: nameOfLine(line),
        amount: toYuanText(line.available_fen),
      })),
  };
}

const leftOn = (row: ContractRow, shares: readonly ShareRow[]): Fen =>
  shares
    .filter((share) => share.contract_id === row.contract_id)
    .reduce((sum, share) => sum + leftOf(share), 0n);

interface Hanging {
  readonly shares: readonly ShareRow[];
  readonly instalments: readonly InstalmentRow[];
  readonly settlements: readonly SettlementRow[];
  readonly documents: readonly DocumentRow[];
}

function propose(row: ContractRow, year: number, hanging: Hanging): CarryOverProposal {
  const { shares, instalments, settlements, documents } = hanging;
  const isOwn = (one: { contract_id: string | null }) => one.contract_id === row.contract_id;
  const own = settlements.filter((one) => isOwn(one) && !one.is_reversed);
  const settled = new Set(own.map((one) => one.instalment_seq));
  const due = own.reduce((sum, one) => sum + one.amount_fen - one.paid_fen, 0n);
  return {
    contractId: row.contract_id,
    contractNumber: row.number,
    contractName: row.name,
    projectCode: row.project_code,
    committed: toYuanText(leftOn(row, shares)),
    due: toYuanText(due),
    waiting: instalments
      .filter((one) => isOwn(one) && !settled.has(one.seq))
      .map((one) => one.label),
    ageYears: year + 1 - row.year,
    documentId: documents.find(isOwn)?.document_id ?? null,
  };
}
