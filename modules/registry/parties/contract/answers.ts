import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { HistoryEntry, IdentifierKind, Mandate, Party, PartySummary, Sex } from './shapes.ts';

const Sentence = z.object({ 'zh-CN': z.string(), en: z.string() });

/** What a number says before anything is registered. */
export const IdentifierCheck = z.object({
  isValid: z.boolean(),
  reason: Sentence.nullable(),
  bornOn: Day.nullable(),
  sex: Sex.nullable(),
  needsGuardian: z.boolean(),
  /** Who has it already, masked. */
  registered: PartySummary.nullable(),
});
export type IdentifierCheck = z.infer<typeof IdentifierCheck>;

export const Found = z.object({
  by: z.enum(['number', 'phone', 'name']),
  items: z.array(PartySummary),
  nextCursor: z.string().nullable(),
});
export type Found = z.infer<typeof Found>;

export const DuplicateReason = z.enum([
  'same-number',
  'temporary-card',
  'legacy-number',
  'same-name-and-phone',
  'same-firm-name',
  'same-birthday',
  'different-numbers',
]);
export type DuplicateReason = z.infer<typeof DuplicateReason>;

export const DuplicatePair = z.object({
  one: PartySummary,
  other: PartySummary,
  /** 0 to 100: how likely the two are one. */
  score: z.number().int(),
  reasons: z.array(DuplicateReason),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

export const MergeBlocker = z.enum([
  'same-record',
  'not-active',
  'different-kinds',
  'different-numbers',
]);
export type MergeBlocker = z.infer<typeof MergeBlocker>;

export const MovedKind = z.enum(['identifier', 'contact', 'verification', 'mandate', 'sign-in']);
export type MovedKind = z.infer<typeof MovedKind>;

export const MergePreview = z.object({
  from: Party,
  into: Party,
  /** What goes over, and what stays behind because the other record has the same. */
  moves: z.array(z.object({ kind: MovedKind, masked: z.string(), stays: z.boolean() })),
  mandates: z.array(Mandate),
  blockers: z.array(MergeBlocker),
});
export type MergePreview = z.infer<typeof MergePreview>;

export const Merge = z.object({
  id: Id,
  from: PartySummary,
  into: PartySummary,
  reason: z.string(),
  byName: z.string(),
  at: Instant,
  undoneAt: Instant.nullable(),
  undoneByName: z.string().nullable(),
});
export type Merge = z.infer<typeof Merge>;

/** Everything that is held on one party, in full, for the party itself (个人信息保护法 art. 45). */
export const DataCopy = z.object({
  madeAt: Instant,
  partyNo: z.string(),
  kind: z.string(),
  name: z.string(),
  nameEn: z.string(),
  sex: Sex.nullable(),
  bornOn: Day.nullable(),
  organisationKind: z.string().nullable(),
  establishedOn: Day.nullable(),
  divisionCode: z.string(),
  remark: z.string(),
  verification: z.string(),
  registeredAt: Instant,
  identifiers: z.array(z.object({ kind: IdentifierKind, number: z.string(), addedAt: Instant })),
  contacts: z.array(
    z.object({
      kind: z.string(),
      value: z.string(),
      addedAt: Instant,
      endedAt: Instant.nullable(),
    }),
  ),
  mandates: z.array(Mandate),
  history: z.array(HistoryEntry),
  legalBasis: Sentence,
});
export type DataCopy = z.infer<typeof DataCopy>;

export const Settings = z.object({
  /** How long a record is kept after anything last happened to it. */
  keepYears: z.number().int().min(1).max(100),
  /** The rule that says so. */
  basis: z.string().trim().min(1).max(200),
  version: z.number().int(),
});
export type Settings = z.infer<typeof Settings>;

/** A record as the party itself sees it. */
export const OwnIdentity = z.object({
  party: Party,
  mandates: z.array(Mandate),
  history: z.array(HistoryEntry),
  /** Set when somebody acts for a firm: the person who signed in, masked. */
  actingPerson: z.string().nullable(),
});
export type OwnIdentity = z.infer<typeof OwnIdentity>;
