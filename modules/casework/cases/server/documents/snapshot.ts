import { z } from 'zod';

import { Day, Instant } from '#kernel/http/shapes.ts';

import { DocumentKind } from '../../contract/documents.ts';

const Text = z.string();

/**
 * Everything that stands on a paper, as it was when the paper was given out. The PDF is drawn from it again whenever
 * it is wanted, with the same bytes; later changes of the case never reach a paper that somebody holds.
 */
export const DocumentSnapshot = z.object({
  form: z.literal('onewindow/case-document/1'),
  kind: DocumentKind,
  number: Text,
  caseNo: Text,
  queryCode: Text,
  issuedAt: Instant,
  issuedOn: Day,
  authority: z.object({ name: Text, creditCode: Text }),
  contact: Text,
  supervision: Text,
  applicant: z.object({
    kind: z.enum(['person', 'organisation']),
    name: Text,
    identifier: Text,
    agent: Text,
  }),
  matter: z.object({ name: Text, item: Text, isPermit: z.boolean() }),
  byName: Text,
  receivedAt: Instant.nullable(),
  acceptedOn: Day.nullable(),
  acceptMode: z.enum(['complete', 'tolerant', 'promise', 'deemed']).nullable(),
  noticeDueOn: Day.nullable(),
  promisedDueOn: Day.nullable(),
  statutoryDueOn: Day.nullable(),
  supplementDueOn: Day.nullable(),
  papers: z.array(z.object({ name: Text, state: Text, originals: z.number(), copies: z.number() })),
  corrections: z.array(z.object({ about: Text, defect: Text, howToFix: Text })),
  correctionDueOn: Day.nullable(),
  special: z
    .object({ kind: Text, neededDays: z.number().int(), from: Day, reason: Text })
    .nullable(),
  extension: z.object({ days: z.number().int(), before: Day.nullable(), reason: Text }).nullable(),
  decision: z
    .object({ content: Text, validFrom: Day.nullable(), validTo: Day.nullable(), result: Text })
    .nullable(),
  promise: Text,
  inspectBy: Day.nullable(),
  reason: Text,
  remedy: Text,
  delivery: z
    .object({
      way: z.enum(['window', 'courier', 'electronic']),
      at: Instant,
      recipient: Text,
      place: Text,
      trackingNo: Text,
      byName: Text,
    })
    .nullable(),
});
export type DocumentSnapshot = z.infer<typeof DocumentSnapshot>;
