import { z } from 'zod';

/** Width of the roll in millimetres; 58 prints 32 and 80 prints 48 half-width characters a line (203 dpi, 12 dots each). */
export const RollWidth = z.union([z.literal(58), z.literal(80)]);
export type RollWidth = z.infer<typeof RollWidth>;

/** Half-width characters on a line of normal size. */
export const columnsOf = (roll: RollWidth): number => (roll === 80 ? 48 : 32);

/** Dots across the printed width, eight to a millimetre. */
export const dotsOf = (roll: RollWidth): number => (roll === 80 ? 576 : 384);

const Line = z.string().max(400);
const Align = z.enum(['left', 'centre', 'right']);
export type Align = z.infer<typeof Align>;

/** One part of a slip, from top to bottom. */
export const SlipBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: Line,
    align: Align.default('left'),
    /** Normal, twice or three times as high and wide. */
    size: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(1),
    bold: z.boolean().default(false),
  }),
  /** A word at the left edge and its value at the right one. */
  z.object({ kind: z.literal('pair'), left: Line, right: Line }),
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('feed'), lines: z.number().int().min(1).max(10) }),
  z.object({
    kind: z.literal('qr'),
    text: z.string().min(1).max(700),
    /** Dots to a module of the code. */
    module: z.number().int().min(3).max(12).default(6),
  }),
]);
export type SlipBlock = z.infer<typeof SlipBlock>;

/** What is printed on a roll of paper and cut off. */
export const Slip = z.object({ blocks: z.array(SlipBlock).min(1).max(80) });
export type Slip = z.infer<typeof Slip>;
export type SlipInput = z.input<typeof Slip>;
