import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Fen } from '#kernel/money/fen.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import {
  checkItems,
  permissions,
  type PlannedItem,
  ProcurementCategory,
  type ProcurementPlan,
  shareText,
} from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { nameOfLine } from '../figures.ts';
import { findRules, listItems } from '../repository-items.ts';
import type { ItemRow, LineRow } from '../tables.ts';
import { chooseYear } from './get-overview.ts';

/** The procurement items of a year with what is set aside, and what a careful buyer would ask about them. */
export async function getProcurementPlan(
  { database }: ContractsDeps,
  actor: Actor,
  asked: number | undefined,
): Promise<ProcurementPlan> {
  authorise(actor, permissions.view.name);
  const { db } = database;
  const { year, years, lines } = await chooseYear(db, actor.centreId, asked);
  const [rows, rules] = await Promise.all([
    listItems(db, actor.centreId, year),
    findRules(db, actor.centreId, year),
  ]);
  const total = sum(rows, (row) => row.amount_fen);
  const sme = sum(rows, (row) => row.sme_fen);
  const smallMicro = sum(rows, (row) => row.small_micro_fen);
  return {
    year,
    years,
    total: toYuanText(total),
    byCategory: ProcurementCategory.options.map((category) => {
      const own = rows.filter((row) => row.category === category);
      return { category, amount: toYuanText(sum(own, (row) => row.amount_fen)), count: own.length };
    }),
    sme: toYuanText(sme),
    smallMicro: toYuanText(smallMicro),
    smeShare: shareText(sme, total),
    smallMicroShare: shareText(smallMicro, total),
    rules: rules ?? null,
    findings: rules === undefined ? [] : checkItems(rows.map(toPlanned), rules),
    items: rows.map((row) => toShown(row, lines)),
  };
}

const sum = (rows: readonly ItemRow[], pick: (row: ItemRow) => Fen): Fen =>
  rows.reduce((total, row) => total + pick(row), 0n);

function toPlanned(row: ItemRow): PlannedItem {
  return {
    id: row.item_id,
    name: row.name,
    category: row.category,
    catalogueCode: row.catalogue_code,
    amountFen: row.amount_fen,
    method: row.method,
    smeFen: row.sme_fen,
    smallMicroFen: row.small_micro_fen,
  };
}

function toShown(row: ItemRow, lines: readonly LineRow[]) {
  const line = lines.find((one) => one.line_id === row.line_id);
  return {
    id: row.item_id,
    number: row.number,
    lineId: row.line_id,
    line: line === undefined ? '' : nameOfLine(line),
    projectCode: line?.project_code ?? '',
    name: row.name,
    category: row.category,
    catalogueCode: row.catalogue_code,
    amount: toYuanText(row.amount_fen),
    awarded: toYuanText(row.awarded_fen),
    method: row.method,
    sme: toYuanText(row.sme_fen),
    smallMicro: toYuanText(row.small_micro_fen),
    intentOn: row.intent_on,
  };
}
