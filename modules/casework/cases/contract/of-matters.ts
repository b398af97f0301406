import { z } from 'zod';

/** Words of a matter: Chinese is the official text, English a help that may be missing. */
export const Text = z.object({ zh: z.string(), en: z.string().optional() });
export type Text = z.infer<typeof Text>;

/** What a part of a matter is called inside it. */
export const Key = z.string().regex(/^[a-z][a-z0-9-]{0,49}$/u);
export type Key = z.infer<typeof Key>;

/** A limit of time. Zero working days is 当场, on the spot. */
export const Limit = z.object({
  count: z.number().int().min(0).max(1_000),
  unit: z.enum(['working-day', 'natural-day', 'month']),
  basis: z.string().optional(),
});
export type Limit = z.infer<typeof Limit>;

/** The chosen options of each question of the scenario. */
export const Answers = z.record(Key, z.array(Key).max(30));
export type Answers = z.infer<typeof Answers>;

/** What was filled in, by the key of the field; checked by the form of the matter, not by this shape. */
export const FormValues = z.record(Key, z.unknown());
export type FormValues = z.infer<typeof FormValues>;

/** 办件类型: 1 即办件, 2 承诺件, 9 其他. */
export const ProjectType = z.enum(['1', '2', '9']);
export type ProjectType = z.infer<typeof ProjectType>;

/** 特别程序: time that is not counted (行政许可法 art. 45). */
export const SpecialProcedureKind = z.enum([
  'hearing',
  'bidding',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
]);
export type SpecialProcedureKind = z.infer<typeof SpecialProcedureKind>;
