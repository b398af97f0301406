import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { HolderKind, KindName, LicenceField } from './kind.ts';
import { Ground, HistoryAct, LicenceState, StateAct } from './state.ts';
import { BothWords } from './words.ts';

/** A licence as lists show it: a person's name is masked, a firm's is public. */
export const LicenceSummary = z.object({
  id: Id,
  kind: KindName,
  number: z.string(),
  identifier: z.string(),
  edition: z.number().int(),
  state: LicenceState,
  holder: z.object({ partyId: Id, kind: HolderKind.exclude(['any']), name: z.string() }),
  authority: BothWords,
  departmentId: Id,
  issuedOn: Day,
  validFrom: Day,
  validUntil: Day.nullable(),
  isDemonstration: z.boolean(),
});
export type LicenceSummary = z.infer<typeof LicenceSummary>;

/** A field with what it says. */
export const FilledField = LicenceField.extend({ value: BothWords });
export type FilledField = z.infer<typeof FilledField>;

export const HistoryEntry = z.object({
  id: Id,
  at: Instant,
  act: HistoryAct,
  toState: LicenceState,
  reason: z.string(),
  ground: Ground.nullable(),
  byName: z.string(),
  caseNumber: z.string(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** A licence that a composite one carries, as it stands now. */
export const Member = z.object({
  id: Id,
  kind: KindName,
  number: z.string(),
  state: LicenceState,
  validUntil: Day.nullable(),
});
export type Member = z.infer<typeof Member>;

/** Another version of the same licence. */
export const OtherEdition = z.object({
  id: Id,
  edition: z.number().int(),
  identifier: z.string(),
  token: z.string(),
  issuedOn: Day,
  state: LicenceState,
});
export type OtherEdition = z.infer<typeof OtherEdition>;

/** A signature over the public statement of a licence. */
export const Signature = z.object({
  isRight: z.boolean(),
  algorithm: z.literal('SM2 with SM3'),
  keyId: z.string(),
});
export type Signature = z.infer<typeof Signature>;

/** One licence for staff, in full; reading it is recorded. */
export const Licence = LicenceSummary.extend({
  holderIdentifier: z.string(),
  authorityCode: z.string(),
  caseNumber: z.string(),
  content: z.array(FilledField),
  members: z.array(Member),
  editions: z.array(OtherEdition),
  history: z.array(HistoryEntry),
  signature: Signature,
  token: z.string(),
  verifyUrl: z.string(),
  hasDuplicate: z.boolean(),
  /** First day on which it can be renewed; null when it is not renewed. */
  renewFrom: Day.nullable(),
  /** What may be done to it now, by this actor. */
  acts: z.array(StateAct),
  version: z.number().int(),
});
export type Licence = z.infer<typeof Licence>;

/** What a stranger who scans the code learns. */
export const PublicLicence = z.object({
  kind: KindName,
  number: z.string(),
  identifier: z.string(),
  edition: z.number().int(),
  token: z.string(),
  state: LicenceState,
  holder: z.string(),
  authority: BothWords,
  issuedOn: Day,
  validFrom: Day,
  validUntil: Day.nullable(),
  fields: z.array(z.object({ label: BothWords, value: BothWords })),
  members: z.array(Member.omit({ id: true })),
  /** What changed its state, newest first. */
  changes: z.array(z.object({ at: Instant, act: HistoryAct })),
  /** The version that holds now, when this one was changed or renewed. */
  newer: z.object({ token: z.string(), edition: z.number().int() }).nullable(),
  signature: Signature,
  checkedAt: Instant,
  isDemonstration: z.boolean(),
});
export type PublicLicence = z.infer<typeof PublicLicence>;

/** Data by which a licence can be checked without this site: statements and signatures over their exact text. */
export const Proof = z.object({
  about: BothWords,
  statement: z.string(),
  signature: z.string(),
  /** Its state at the time of the download, signed too. */
  status: z.string(),
  statusSignature: z.string(),
  publicKey: z.string(),
  statusPublicKey: z.string(),
  userId: z.string(),
  /** For the holder only: content whose SM3 digest stands in the statement. */
  disclosure: z.string().nullable(),
});
export type Proof = z.infer<typeof Proof>;

/** A card in the holder's wallet. */
export const OwnLicence = LicenceSummary.omit({ departmentId: true }).extend({
  holderIdentifier: z.string(),
  content: z.array(FilledField),
  members: z.array(Member),
  token: z.string(),
  verifyUrl: z.string(),
  hasDuplicate: z.boolean(),
  daysLeft: z.number().int().nullable(),
  renewFrom: Day.nullable(),
  /** In the last days of its validity and not yet renewed. */
  endsSoon: z.boolean(),
});
export type OwnLicence = z.infer<typeof OwnLicence>;

export const OwnLicences = z.object({
  /** The firm or person whose licences these are. */
  holder: z.string(),
  /** Who acts for the firm; null when one acts for oneself. */
  actingPerson: z.string().nullable(),
  items: z.array(OwnLicence),
});
export type OwnLicences = z.infer<typeof OwnLicences>;

/** A one-time code on the holder's screen. */
export const Showing = z.object({
  id: Id,
  code: z.string(),
  url: z.string(),
  expiresAt: Instant,
  /** Length of life in seconds, for the ring on the screen. */
  seconds: z.number().int(),
});
export type Showing = z.infer<typeof Showing>;

export const ShowingState = z.object({
  isUsed: z.boolean(),
  usedBy: z.string(),
  usedAt: Instant.nullable(),
});
export type ShowingState = z.infer<typeof ShowingState>;
