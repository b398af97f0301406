import { z } from 'zod';

import { Day, Id } from '#kernel/http/shapes.ts';

import { ContractType, DocumentKind, DocumentState } from './documents.ts';
import { Bucket } from './ledger.ts';
import { ContractState } from './shapes.ts';

export const Year = z.coerce.number().int().min(2000).max(2100);

export const ContractFilter = z.object({
  year: Year.optional(),
  type: ContractType.optional(),
  state: ContractState.optional(),
  projectCode: z.string().max(40).optional(),
});
export type ContractFilter = z.infer<typeof ContractFilter>;

export const ContractSort = z.enum([
  'number',
  '-number',
  'price',
  '-price',
  'signedOn',
  '-signedOn',
]);
export type ContractSort = z.infer<typeof ContractSort>;

export const MovementFilter = z.object({
  year: Year.optional(),
  lineId: Id.optional(),
  projectCode: z.string().max(40).optional(),
  contractId: Id.optional(),
  /** Only movements into or out of this bucket. */
  bucket: Bucket.optional(),
  /** Only up to this day. */
  until: Day.optional(),
});
export type MovementFilter = z.infer<typeof MovementFilter>;

export const DocumentFilter = z.object({
  state: DocumentState.optional(),
  kind: DocumentKind.optional(),
  /** `mine`: waits for the caller’s act. */
  scope: z.enum(['all', 'mine']).optional(),
});
export type DocumentFilter = z.infer<typeof DocumentFilter>;
