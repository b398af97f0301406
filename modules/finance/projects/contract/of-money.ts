import { z } from 'zod';

import { Day, Id } from '#kernel/http/shapes.ts';
import { YUAN_TEXT } from '#kernel/money/fen.ts';

/** An amount on the wire: yuan with exactly two decimals. */
export const Yuan = z.string().regex(YUAN_TEXT);

/** Where the money of a line or a project stands. */
export const Figures = z.object({
  approved: Yuan,
  adjusted: Yuan,
  limit: Yuan,
  available: Yuan,
  reserved: Yuan,
  committed: Yuan,
  due: Yuan,
  paid: Yuan,
  /** Paid of the limit, `45.20%`; empty when the limit is nothing. */
  progress: z.string(),
});
export type Figures = z.infer<typeof Figures>;

/** How far a metered contract reaches at its present pace. */
export const Forecast = z.object({
  contractId: Id,
  contractName: z.string(),
  unit: z.string(),
  used: z.number().int(),
  left: z.number().int(),
  perDay: z.string(),
  exhaustedOn: Day.nullable(),
  lastsTheYear: z.boolean(),
});
export type Forecast = z.infer<typeof Forecast>;

export const ContractType = z.enum(['milestone', 'metered', 'as-incurred']);
export const ContractState = z.enum(['running', 'closed', 'reversed']);
export const PublicationState = z.enum([
  'not-needed',
  'published',
  'published-late',
  'waiting',
  'late',
]);

/** 一上, 一下, 二上, 二下, 调整, 调剂. */
export const Stage = z.enum([
  'first-proposal',
  'control',
  'second-proposal',
  'approved',
  'adjustment',
  'transfer',
]);
export const VersionState = z.enum(['draft', 'submitted', 'approved']);
