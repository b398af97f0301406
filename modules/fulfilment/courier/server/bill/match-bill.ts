import type { Day } from '#kernel/clock/day.ts';
import type { Fen } from '#kernel/money/fen.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import type { Difference } from '../../contract.ts';
import type { ParcelRow } from '../tables.ts';

/** A line as the carrier wrote it. */
export interface Billed {
  readonly rowNumber: number;
  readonly trackingNo: string;
  readonly ourNumber: string;
  readonly billedOn: Day | null;
  readonly weightGrams: number | null;
  readonly amountFen: Fen | null;
}

/** What our books say of a parcel. */
export type Known = Pick<
  ParcelRow,
  'parcel_id' | 'number' | 'tracking_no' | 'state' | 'signed_on' | 'weight_grams'
>;

export interface Books {
  /** By the carrier's number. */
  readonly parcels: ReadonlyMap<string, Known>;
  /** Parcels that an earlier bill claims, with its month. */
  readonly claimed: ReadonlyMap<string, string>;
  readonly unitPriceFen: Fen;
  readonly toleranceGrams: number;
  /** Last day of the month. */
  readonly untilOn: Day;
}

export interface Matched extends Billed {
  readonly difference: Difference;
  /** What stands in our books against it, in words. */
  readonly held: string;
  /** The parcel that the line claims: one line of all bills for each. */
  readonly parcelId: string | null;
  readonly signedOn: Day | null;
}

/**
 * Holds a bill against our books, parcel by parcel. A line has one difference, the gravest: not ours, billed before, not
 * delivered by the end of the month, weight, price. The first line of a parcel claims it, whatever is wrong with its amount.
 */
export function matchBill(lines: readonly Billed[], books: Books): Matched[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const parcel = books.parcels.get(line.trackingNo);
    const { difference, held } = judge(line, parcel, { books, seen });
    const claims = parcel !== undefined && CLAIMING.has(difference);
    if (claims) seen.set(parcel.parcel_id, line.rowNumber);
    return {
      ...line,
      difference,
      held,
      parcelId: claims ? parcel.parcel_id : null,
      signedOn: claims ? parcel.signed_on : null,
    };
  });
}

const CLAIMING: ReadonlySet<Difference> = new Set(['none', 'wrong-weight', 'wrong-price']);

interface Judged {
  readonly difference: Difference;
  readonly held: string;
}

function judge(
  line: Billed,
  parcel: Known | undefined,
  { books, seen }: { readonly books: Books; readonly seen: ReadonlyMap<string, number> },
): Judged {
  const differs = (difference: Difference, held: string): Judged => ({ difference, held });
  if (parcel === undefined) return differs('not-ours', '');
  const isOther = line.ourNumber !== '' && line.ourNumber !== parcel.number;
  if (isOther) return differs('not-ours', parcel.number);
  const before = seen.get(parcel.parcel_id);
  if (before !== undefined) return differs('twice', `#${before}`);
  const month = books.claimed.get(parcel.parcel_id);
  if (month !== undefined) return differs('twice', month);
  if (parcel.signed_on === null) return differs('not-delivered', parcel.state);
  if (parcel.signed_on > books.untilOn) return differs('not-delivered', parcel.signed_on);
  const isHeavier =
    line.weightGrams !== null &&
    Math.abs(line.weightGrams - parcel.weight_grams) > books.toleranceGrams;
  if (isHeavier) return differs('wrong-weight', `${parcel.weight_grams} g`);
  return line.amountFen === books.unitPriceFen
    ? differs('none', '')
    : differs('wrong-price', toYuanText(books.unitPriceFen));
}
