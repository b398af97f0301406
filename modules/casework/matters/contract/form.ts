import { z } from 'zod';

import { Condition } from './condition.ts';
import { Key, Text } from './text.ts';

/** What is known already and need not be typed. */
export const PrefillSource = z.enum([
  'applicant.name',
  'applicant.identifier',
  'applicant.phone',
  'applicant.address',
  'applicant.legal-representative',
  'agent.name',
  'agent.identifier',
  'agent.phone',
  'today',
]);
export type PrefillSource = z.infer<typeof PrefillSource>;

const common = {
  key: Key,
  label: Text,
  help: Text.optional(),
  required: z.boolean(),
  showIf: Condition.optional(),
  prefill: PrefillSource.optional(),
};

const Option = z.object({ key: Key, text: Text });

const simple = {
  text: z.object({
    ...common,
    kind: z.literal('text'),
    shortest: z.number().int().min(0).optional(),
    longest: z.number().int().min(1).max(10_000).optional(),
    lines: z.number().int().min(1).max(20).optional(),
    /** Of the whole value; the hint says in words what is wanted. */
    pattern: z.object({ expression: z.string().max(200), hint: Text }).optional(),
  }),
  number: z.object({
    ...common,
    kind: z.literal('number'),
    least: z.number().optional(),
    most: z.number().optional(),
    /** Digits after the point. */
    decimals: z.number().int().min(0).max(6),
    unit: Text.optional(),
  }),
  /** In fen; shown in 元 or 万元. */
  money: z.object({
    ...common,
    kind: z.literal('money'),
    leastFen: z.number().int().optional(),
    mostFen: z.number().int().optional(),
    shownIn: z.enum(['yuan', 'ten-thousand-yuan']),
  }),
  date: z.object({
    ...common,
    kind: z.literal('date'),
    range: z.enum(['any', 'past', 'future']),
  }),
  choice: z.object({
    ...common,
    kind: z.literal('choice'),
    options: z.array(Option).min(2).max(200),
    many: z.boolean(),
  }),
  'yes-no': z.object({ ...common, kind: z.literal('yes-no') }),
  /** Town by division code, then street and number. */
  address: z.object({ ...common, kind: z.literal('address'), insideDistrict: z.boolean() }),
  phone: z.object({ ...common, kind: z.literal('phone') }),
  email: z.object({ ...common, kind: z.literal('email') }),
  /** Name, identifier and phone of a person. */
  person: z.object({ ...common, kind: z.literal('person'), withPhone: z.boolean() }),
  /** Name and unified social credit code. */
  firm: z.object({ ...common, kind: z.literal('firm') }),
  /** A unit of the premises register, by search, plan or the code on its door. */
  premises: z.object({
    ...common,
    kind: z.literal('premises'),
    /** 住所, or one more 经营场所. */
    role: z.enum(['seat', 'place']),
    subjects: z.enum(['firm', 'sole-trader']),
    /** The field that names the subject being set up; without it the applicant is the subject. */
    nameField: Key.optional(),
    /** The field that says the 经营范围. */
    scopeField: Key.optional(),
  }),
  /** Stored files by id. */
  file: z.object({ ...common, kind: z.literal('file'), most: z.number().int().min(1).max(20) }),
  /** A promise that must be agreed to, word by word. */
  statement: z.object({ ...common, kind: z.literal('statement'), statement: Text }),
  signature: z.object({ ...common, kind: z.literal('signature') }),
} as const;

/** A field that can stand in a table. */
export const SimpleField = z.discriminatedUnion('kind', [
  simple.text,
  simple.number,
  simple.money,
  simple.date,
  simple.choice,
  simple['yes-no'],
  simple.address,
  simple.phone,
  simple.email,
  simple.person,
  simple.firm,
  simple.premises,
  simple.file,
  simple.statement,
  simple.signature,
]);
export type SimpleField = z.infer<typeof SimpleField>;

/** Rows of the same columns: shareholders, vehicles, staff. */
export const TableField = z.object({
  ...common,
  kind: z.literal('table'),
  columns: z.array(SimpleField).min(1).max(12),
  fewest: z.number().int().min(0).max(500),
  most: z.number().int().min(1).max(500),
});
export type TableField = z.infer<typeof TableField>;

export const Field = z.discriminatedUnion('kind', [...SimpleField.options, TableField]);
export type Field = z.infer<typeof Field>;
export type FieldKind = Field['kind'];

/** The form of a matter, in sections that are filled in one after the other. */
export const Form = z.object({
  sections: z
    .array(
      z.object({
        key: Key,
        title: Text,
        showIf: Condition.optional(),
        fields: z.array(Field).max(100),
      }),
    )
    .max(20),
});
export type Form = z.infer<typeof Form>;

/** What was filled in, by the key of the field; checked by the form, not by this shape. */
export const FormValues = z.record(Key, z.unknown());
export type FormValues = z.infer<typeof FormValues>;
