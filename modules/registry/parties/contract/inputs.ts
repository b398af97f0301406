import { z } from 'zod';

import { Day, Id } from '#kernel/http/shapes.ts';

import {
  ContactKind,
  FirmIdentifierKind,
  IdentifierKind,
  MandateKind,
  OrganisationKind,
  PersonIdentifierKind,
  Reason,
  Sex,
} from './shapes.ts';

const Name = z.string().trim().min(1).max(100);
const NameEn = z.string().trim().max(200).default('');
const Remark = z.string().trim().max(300).default('');
const DivisionCode = z
  .string()
  .regex(/^(\d{6}|\d{9}|\d{12}|)$/)
  .default('');

export const ContactInput = z.object({
  kind: ContactKind,
  value: z.string().trim().min(1).max(200),
});
export type ContactInput = z.infer<typeof ContactInput>;

/** What is typed for a person. Birth and sex follow from a citizen number and are asked for other papers. */
export const PersonInput = z.object({
  name: Name,
  nameEn: NameEn,
  identifier: z
    .object({ kind: PersonIdentifierKind, number: z.string().trim().min(1).max(40) })
    .nullable()
    .default(null),
  sex: Sex.nullable().default(null),
  bornOn: Day.nullable().default(null),
  contacts: z.array(ContactInput).max(8).default([]),
  divisionCode: DivisionCode,
  remark: Remark,
});
export type PersonInput = z.infer<typeof PersonInput>;

export const OrganisationInput = z.object({
  name: Name,
  nameEn: NameEn,
  identifier: z
    .object({ kind: FirmIdentifierKind, number: z.string().trim().min(1).max(40) })
    .nullable()
    .default(null),
  organisationKind: OrganisationKind,
  establishedOn: Day.nullable().default(null),
  contacts: z.array(ContactInput).max(8).default([]),
  divisionCode: DivisionCode,
  remark: Remark,
});
export type OrganisationInput = z.infer<typeof OrganisationInput>;

/** What may be changed later; what is absent stays. */
export const PartyChange = z.object({
  name: Name.optional(),
  nameEn: z.string().trim().max(200).optional(),
  organisationKind: OrganisationKind.optional(),
  establishedOn: Day.nullable().optional(),
  divisionCode: z
    .string()
    .regex(/^(\d{6}|\d{9}|\d{12}|)$/)
    .optional(),
  remark: z.string().trim().max(300).optional(),
  reason: Reason,
  version: z.number().int().min(1),
});
export type PartyChange = z.infer<typeof PartyChange>;

/** A clerk has seen the paper; under 14 together with a guardian. */
export const VerificationInput = z.object({
  documentKind: IdentifierKind,
  fileId: Id.nullable().default(null),
  guardianId: Id.nullable().default(null),
});
export type VerificationInput = z.infer<typeof VerificationInput>;

export const RevealedField = z.enum([
  'name',
  'name-en',
  'born-on',
  'remark',
  'identifier',
  'contact',
]);
export type RevealedField = z.infer<typeof RevealedField>;

/** `rowId` names the identifier or the contact. */
export const Revelation = z.object({
  field: RevealedField,
  rowId: Id.optional(),
  reason: Reason,
});
export type Revelation = z.infer<typeof Revelation>;

const MandatePeriod = {
  kind: MandateKind,
  isForAll: z.boolean().default(false),
  departmentCodes: z.array(z.string().min(1).max(32)).max(60).default([]),
  validFrom: Day,
  validTo: Day.nullable().default(null),
  documentNo: z.string().trim().max(60).default(''),
  documentFileId: Id.nullable().default(null),
};

export const MandateInput = z.object({ representativeId: Id, ...MandatePeriod });
export type MandateInput = z.infer<typeof MandateInput>;

/** A citizen or firm names its own agent by what it knows of them, so that nobody can look people up. */
export const OwnMandateInput = z.object({
  ...MandatePeriod,
  kind: z.literal('agent').default('agent'),
  representativeName: Name,
  representativeNumber: z.string().trim().min(1).max(40),
});
export type OwnMandateInput = z.infer<typeof OwnMandateInput>;

export const SearchInput = z.object({
  /** A number, a telephone, a name, pinyin or initials. */
  text: z.string().trim().min(1).max(100),
  limit: z.number().int().min(1).max(100).default(20),
  cursor: z.string().max(300).optional(),
});
export type SearchInput = z.infer<typeof SearchInput>;
