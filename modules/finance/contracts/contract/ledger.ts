import { z } from 'zod';

import type { Fen } from '#kernel/money/fen.ts';

/** Where the money of a line stands. Nothing is in two buckets, so nothing is counted twice. */
export const Bucket = z.enum(['available', 'reserved', 'committed', 'due', 'paid']);
export type Bucket = z.infer<typeof Bucket>;

/** A leg of a movement: a bucket of a line, or the grant, from outside of which money comes into a line. */
export const Side = z.enum(['grant', ...Bucket.options]);
export type Side = z.infer<typeof Side>;

export const MovementKind = z.enum([
  'opening',
  'adjustment',
  'transfer',
  'carry-over',
  'reserve',
  'release',
  'commit',
  'settle',
  'pay',
]);
export type MovementKind = z.infer<typeof MovementKind>;

export interface Leg {
  readonly lineId: string;
  readonly side: Side;
}

/** Money that moves from one leg to the other: what one loses the other gains, so the legs sum to zero. */
export interface Movement {
  readonly kind: MovementKind;
  readonly from: Leg;
  readonly to: Leg;
  readonly amountFen: Fen;
  /** Whether it undoes an earlier movement: then the legs stand the other way round. */
  readonly isReversal: boolean;
}

/** The current row of a line. approved + adjusted = the sum of the five buckets, always. */
export interface Figures {
  readonly approvedFen: Fen;
  readonly adjustedFen: Fen;
  readonly buckets: Readonly<Record<Bucket, Fen>>;
}

export const NOTHING: Figures = {
  approvedFen: 0n,
  adjustedFen: 0n,
  buckets: { available: 0n, reserved: 0n, committed: 0n, due: 0n, paid: 0n },
};

const PATHS: Readonly<Record<MovementKind, ReadonlyArray<readonly [Side, Side]>>> = {
  opening: [['grant', 'available']],
  adjustment: [
    ['grant', 'available'],
    ['available', 'grant'],
  ],
  transfer: [['available', 'available']],
  'carry-over': [['committed', 'committed']],
  reserve: [['available', 'reserved']],
  release: [
    ['reserved', 'available'],
    ['committed', 'available'],
  ],
  commit: [
    ['reserved', 'committed'],
    ['available', 'committed'],
  ],
  settle: [['committed', 'due']],
  pay: [['due', 'paid']],
};

const BETWEEN_LINES: readonly MovementKind[] = ['transfer', 'carry-over'];

/** Whether such a movement exists at all: its buckets follow each other, and only some kinds leave their line. */
export function isLawfulMovement({ kind, from, to, amountFen, isReversal }: Movement): boolean {
  const [start, end] = isReversal ? [to, from] : [from, to];
  const isPath = PATHS[kind].some(([left, right]) => left === start.side && right === end.side);
  const leavesLine = from.lineId !== to.lineId;
  return isPath && amountFen > 0n && leavesLine === BETWEEN_LINES.includes(kind);
}

/** Why a movement cannot be: the bucket does not hold so much. Both figures, for the refusal. */
export interface Shortfall {
  readonly lineId: string;
  readonly side: Side;
  readonly askedFen: Fen;
  readonly heldFen: Fen;
}

export type Moved =
  | { readonly ok: true; readonly lines: ReadonlyMap<string, Figures> }
  | { readonly ok: false; readonly shortfall: Shortfall };

/**
 * The lines after a movement, or why it cannot be. Throws RangeError for a movement that is none and for a line that is not
 * given: those are faults of the caller, not of a person.
 */
export function move(lines: ReadonlyMap<string, Figures>, movement: Movement): Moved {
  if (!isLawfulMovement(movement))
    throw new RangeError(
      `No such movement: ${movement.kind} ${movement.from.side} to ${movement.to.side}`,
    );
  const { from, to, amountFen } = movement;
  const source = figuresOf(lines, from.lineId);
  const heldFen = from.side === 'grant' ? amountFen : source.buckets[from.side];
  if (heldFen < amountFen)
    return { ok: false, shortfall: { ...from, askedFen: amountFen, heldFen } };
  const after = new Map(lines);
  after.set(from.lineId, post(source, movement, from, -amountFen));
  after.set(to.lineId, post(figuresOf(after, to.lineId), movement, to, amountFen));
  return { ok: true, lines: after };
}

function figuresOf(lines: ReadonlyMap<string, Figures>, lineId: string): Figures {
  const found = lines.get(lineId);
  if (found === undefined) throw new RangeError(`A line that was not given: ${lineId}`);
  return found;
}

/** One leg. What comes from outside or from another line raises the limit of the line by as much. */
function post(figures: Figures, movement: Movement, { side }: Leg, byFen: Fen): Figures {
  if (side === 'grant') {
    const limit = movement.kind === 'opening' ? 'approvedFen' : 'adjustedFen';
    return { ...figures, [limit]: figures[limit] - byFen };
  }
  const buckets = { ...figures.buckets, [side]: figures.buckets[side] + byFen };
  const crosses = movement.from.lineId !== movement.to.lineId;
  return { ...figures, buckets, adjustedFen: figures.adjustedFen + (crosses ? byFen : 0n) };
}

/** The movement that undoes another. */
export function reverse(movement: Movement): Movement {
  const { from, to } = movement;
  return { ...movement, from: to, to: from, isReversal: !movement.isReversal };
}

/** What may be spent on a line in all. */
export function limitOf(figures: Figures): Fen {
  return figures.approvedFen + figures.adjustedFen;
}

/** The five buckets added up; equal to `limitOf` for every line that movements alone have changed. */
export function sumOfBuckets(figures: Figures): Fen {
  return Bucket.options.reduce((sum, bucket) => sum + figures.buckets[bucket], 0n);
}
