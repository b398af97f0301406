import { z } from 'zod';

import { type Fen, toYuanText } from '#kernel/money/fen.ts';
import { findRatio, formatPercent } from '#kernel/money/percent.ts';

import { toFen, Yuan } from './yuan.ts';

export const ProcurementCategory = z.enum(['goods', 'works', 'services']);
export type ProcurementCategory = z.infer<typeof ProcurementCategory>;

export const ProcurementMethod = z.enum([
  'open-tender',
  'invited-tender',
  'competitive-negotiation',
  'competitive-consultation',
  'inquiry',
  'single-source',
  'framework',
  'below-threshold',
]);
export type ProcurementMethod = z.infer<typeof ProcurementMethod>;

/** What holds for procurement and payment in one year; data of the province and the centre, dated, never code. */
export const YearRules = z.object({
  year: z.number().int().min(2000).max(2100),
  /** From this budget on, goods and services are procured under the law (分散采购限额标准). */
  threshold: z.record(ProcurementCategory, Yuan),
  /** From this budget on, by open tender (公开招标数额标准). */
  openTender: z.record(ProcurementCategory, Yuan),
  /** Up to this budget, the whole is reserved for small and medium firms (财库〔2020〕46号). */
  reserveWholeUpTo: z.record(ProcurementCategory, Yuan),
  /** Above it, so much of the budget, and so much of that for small and micro firms; percent. */
  reserveShare: z.string(),
  smallMicroShare: z.string(),
  /** 保障中小企业款项支付条例: days to pay unless agreed otherwise, and the most that can be agreed. */
  paymentDays: z.number().int().min(1).max(60),
  paymentDaysAtMost: z.number().int().min(1).max(90),
  /** 政府采购法实施条例 art. 50: working days from the signature to the publication. */
  publicationDays: z.number().int().min(1).max(30),
  source: z.string().max(500),
});
export type YearRules = z.infer<typeof YearRules>;

/** A procurement item as the checks see it. */
export interface PlannedItem {
  readonly id: string;
  readonly name: string;
  readonly category: ProcurementCategory;
  readonly catalogueCode: string;
  readonly amountFen: Fen;
  readonly method: ProcurementMethod;
  readonly smeFen: Fen;
  readonly smallMicroFen: Fen;
}

export const ItemFindingKind = z.enum([
  'splitting',
  'open-tender-needed',
  'reserve-too-small',
  'small-micro-too-small',
]);
export type ItemFindingKind = z.infer<typeof ItemFindingKind>;

export const ItemFinding = z.object({
  kind: ItemFindingKind,
  itemIds: z.array(z.string()),
  /** The figure found and the figure asked, in yuan. */
  found: Yuan,
  asked: Yuan,
});
export type ItemFinding = z.infer<typeof ItemFinding>;

/**
 * What a careful buyer would be asked about a year's items: one catalogue item in several parts that are each below the
 * threshold and together reach it (政府采购法 art. 28), a method below what the amount asks, too little set aside.
 */
export function checkItems(items: readonly PlannedItem[], rules: YearRules): ItemFinding[] {
  return [...findSplitting(items, rules), ...items.flatMap((item) => checkItem(item, rules))];
}

function findSplitting(items: readonly PlannedItem[], rules: YearRules): ItemFinding[] {
  const groups = Map.groupBy(
    items.filter((item) => item.catalogueCode !== ''),
    (item) => `${item.category} ${item.catalogueCode}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < 2) return [];
    const limit = toFen(rules.threshold[first.category] ?? '0.00');
    const sum = group.reduce((total, item) => total + item.amountFen, 0n);
    const areAllBelow = group.every((item) => item.amountFen < limit);
    if (!areAllBelow || sum < limit) return [];
    return [finding('splitting', group, sum, limit)];
  });
}

function checkItem(item: PlannedItem, rules: YearRules): ItemFinding[] {
  const findings: ItemFinding[] = [];
  const tender = toFen(rules.openTender[item.category] ?? '0.00');
  const isTendered = item.method === 'open-tender' || item.method === 'single-source';
  if (item.amountFen >= tender && !isTendered)
    findings.push(finding('open-tender-needed', [item], item.amountFen, tender));
  const { smeFen, smallMicroFen } = askedReserve(item, rules);
  if (item.smeFen < smeFen)
    findings.push(finding('reserve-too-small', [item], item.smeFen, smeFen));
  if (item.smallMicroFen < smallMicroFen)
    findings.push(finding('small-micro-too-small', [item], item.smallMicroFen, smallMicroFen));
  return findings;
}

/** What has to be reserved for small and medium firms of an item, and of that for small and micro ones. */
export function askedReserve(
  item: Pick<PlannedItem, 'category' | 'amountFen'>,
  rules: YearRules,
): { readonly smeFen: Fen; readonly smallMicroFen: Fen } {
  const whole = toFen(rules.reserveWholeUpTo[item.category] ?? '0.00');
  if (item.amountFen <= whole) return { smeFen: item.amountFen, smallMicroFen: 0n };
  const smeFen = ceilPercent(item.amountFen, rules.reserveShare);
  return { smeFen, smallMicroFen: ceilPercent(smeFen, rules.smallMicroShare) };
}

function ceilPercent(amountFen: Fen, percent: string): Fen {
  const [whole = '0', decimals = ''] = percent.split('.');
  const points = BigInt(`${whole}${decimals.padEnd(2, '0').slice(0, 2)}`);
  return (amountFen * points + 9_999n) / 10_000n;
}

function finding(
  kind: ItemFindingKind,
  items: readonly PlannedItem[],
  foundFen: Fen,
  askedFen: Fen,
): ItemFinding {
  return {
    kind,
    itemIds: items.map((item) => item.id),
    found: toYuanText(foundFen),
    asked: toYuanText(askedFen),
  };
}

/** A share as people read it, `45.20%`; empty of nothing. */
export function shareText(part: Fen, whole: Fen): string {
  const ratio = findRatio(part, whole);
  return ratio === undefined ? '' : formatPercent(ratio);
}
