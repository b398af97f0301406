import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

/** 自然人, 法人和非法人组织. */
export const PartyKind = z.enum(['person', 'organisation']);
export type PartyKind = z.infer<typeof PartyKind>;

/** `merged`: its things hang on another record; `erased`: nothing personal is left of it. */
export const PartyStatus = z.enum(['active', 'merged', 'erased']);
export type PartyStatus = z.infer<typeof PartyStatus>;

/** Kinds of paper of persons, GA/T 2000.156. */
export const PersonIdentifierKind = z.enum(['111', '112', '414', '511', '516']);
export type PersonIdentifierKind = z.infer<typeof PersonIdentifierKind>;

export const FirmIdentifierKind = z.enum(['uscc', 'registration-no']);
export type FirmIdentifierKind = z.infer<typeof FirmIdentifierKind>;

export const IdentifierKind = z.enum([
  ...PersonIdentifierKind.options,
  ...FirmIdentifierKind.options,
]);
export type IdentifierKind = z.infer<typeof IdentifierKind>;

export const OrganisationKind = z.enum([
  'company',
  'sole-trader',
  'cooperative',
  'private-nonprofit',
  'other',
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** How surely it is them: not at all, seen by a clerk with the paper, or vouched for by the city's identity service. */
export const Verification = z.enum(['none', 'window', 'real-name']);
export type Verification = z.infer<typeof Verification>;

export const ContactKind = z.enum(['mobile', 'landline', 'email', 'address']);
export type ContactKind = z.infer<typeof ContactKind>;

/** 法定代表人或负责人, 经办人或代理人, 监护人. */
export const MandateKind = z.enum(['legal-representative', 'agent', 'guardian']);
export type MandateKind = z.infer<typeof MandateKind>;

export const MandateState = z.enum(['current', 'future', 'ended', 'revoked']);
export type MandateState = z.infer<typeof MandateState>;

export const Sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof Sex>;

/** Why somebody does something with a record. It is kept for audit, so it must hold no number of a person. */
export const Reason = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .superRefine((text, context) => {
    if (/\d{8}/.test(text.replaceAll(/[\s-]/g, '')))
      context.addIssue({
        code: 'custom',
        message:
          '事由会留存备查，请勿填写证件号码或电话号码。｜The reason is kept for audit; leave numbers of people out of it.',
      });
  });

/** A record as lists show it: nothing personal in full. */
export const PartySummary = z.object({
  id: Id,
  partyNo: z.string(),
  kind: PartyKind,
  status: PartyStatus,
  /** A person's is masked, a firm's is public and in full. */
  name: z.string(),
  identifier: z.object({ kind: IdentifierKind, masked: z.string() }).nullable(),
  phone: z.string().nullable(),
  verification: Verification,
  /** Under 14: what is done with the data of this person needs a guardian (个人信息保护法 art. 31). */
  needsGuardian: z.boolean(),
  isDemonstration: z.boolean(),
});
export type PartySummary = z.infer<typeof PartySummary>;

export const PartyIdentifier = z.object({
  id: Id,
  kind: IdentifierKind,
  masked: z.string(),
  addedAt: Instant,
});
export type PartyIdentifier = z.infer<typeof PartyIdentifier>;

export const PartyContact = z.object({
  id: Id,
  kind: ContactKind,
  masked: z.string(),
  addedAt: Instant,
  endedAt: Instant.nullable(),
});
export type PartyContact = z.infer<typeof PartyContact>;

export const PartyVerification = z.object({
  id: Id,
  level: Verification,
  documentKind: IdentifierKind.nullable(),
  source: z.enum(['window', 'identity-service', 'import']),
  fileId: Id.nullable(),
  byName: z.string(),
  at: Instant,
  withdrawnAt: Instant.nullable(),
});
export type PartyVerification = z.infer<typeof PartyVerification>;

/** One record, masked. */
export const Party = PartySummary.extend({
  nameEn: z.string(),
  sex: Sex.nullable(),
  /** The year stays: 1964-**-**. */
  bornOn: z.string().nullable(),
  organisationKind: OrganisationKind.nullable(),
  establishedOn: Day.nullable(),
  divisionCode: z.string(),
  hasRemark: z.boolean(),
  identifiers: z.array(PartyIdentifier),
  contacts: z.array(PartyContact),
  verifications: z.array(PartyVerification),
  mergedIntoId: Id.nullable(),
  registeredAt: Instant,
  updatedAt: Instant,
  version: z.number().int(),
});
export type Party = z.infer<typeof Party>;

export const PartyRef = z.object({
  id: Id,
  partyNo: z.string(),
  kind: PartyKind,
  name: z.string(),
});
export type PartyRef = z.infer<typeof PartyRef>;

export const Mandate = z.object({
  id: Id,
  principal: PartyRef,
  representative: PartyRef,
  kind: MandateKind,
  /** True for everything; otherwise only matters of these departments. */
  isForAll: z.boolean(),
  departmentCodes: z.array(z.string()),
  validFrom: Day,
  /** Its last day, inclusive; open-ended when null. */
  validTo: Day.nullable(),
  documentNo: z.string(),
  documentFileId: Id.nullable(),
  state: MandateState,
  revokedAt: Instant.nullable(),
  revokedReason: z.string(),
  version: z.number().int(),
});
export type Mandate = z.infer<typeof Mandate>;

/** Something that happened to a record, without a word of what the data was. */
export const HistoryEntry = z.object({
  id: Id,
  partyId: Id,
  at: Instant,
  act: z.string(),
  byName: z.string(),
  detail: z.record(z.string(), z.string()),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
