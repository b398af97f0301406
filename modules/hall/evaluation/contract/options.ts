import { z } from 'zod';

import { Day, Instant } from '#kernel/http/shapes.ts';

import { type Grade, Stars, toStars } from './grades.ts';

/** 评价指标: a code whose first digit is the grade's stars, and its words. */
export const RatingOption = z.object({
  code: z.string().regex(/^[1-5]\d{2}$/u),
  textZh: z.string().trim().min(2).max(60),
  textEn: z.string().trim().min(2).max(120),
});
export type RatingOption = z.infer<typeof RatingOption>;

/** A version of the options. What is in force never changes: a rating names the version that it chose from. */
export const OptionSet = z.object({
  version: z.number().int().min(1),
  name: z.string(),
  /** The paper that allows these words: options are not changed locally without permission. */
  basis: z.string(),
  validFrom: Day,
  options: z.array(RatingOption),
  createdAt: Instant.nullable(),
});
export type OptionSet = z.infer<typeof OptionSet>;

export const OptionSetInput = z.object({
  name: z.string().trim().min(2).max(80),
  basis: z.string().trim().min(4).max(200),
  validFrom: Day,
  options: z.array(RatingOption).min(5).max(60),
});
export type OptionSetInput = z.infer<typeof OptionSetInput>;

/** The stars that a code belongs to; undefined for what is no code. */
export function starsOfCode(code: string): Stars | undefined {
  const parsed = Stars.safeParse(Number(code.at(0)));
  return /^\d{3}$/u.test(code) && parsed.success ? parsed.data : undefined;
}

/** The options shown under a grade, in the order of the set. */
export const optionsOf = (options: readonly RatingOption[], grade: Grade): RatingOption[] =>
  options.filter(({ code }) => starsOfCode(code) === toStars(grade));

/** Codes joined as evaluation pads send them: `510|511`. */
export const toDeviceCodes = (codes: readonly string[]): string => codes.join('|');
export const fromDeviceCodes = (text: string): string[] => splitCodes(text, '|');

/** Codes joined as exchange platforms write them: `510,511`. */
export const toExchangeCodes = (codes: readonly string[]): string => codes.join(',');
export const fromExchangeCodes = (text: string): string[] => splitCodes(text, ',');

const splitCodes = (text: string, by: string): string[] =>
  text
    .split(by)
    .map((code) => code.trim())
    .filter((code) => code !== '');
