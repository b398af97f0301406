import { z } from 'zod';

/** The rules of free seals (免费刻章规则); each is the centre's to set. */
export const SettingsBody = z.object({
  /** Kind of the licence that entitles. */
  licenceKind: z.string().regex(/^[a-z][a-z-]{1,40}$/),
  /** Digits 3 to 8 of the credit code that are of this district. */
  divisions: z
    .array(z.string().regex(/^\d{6}$/))
    .min(1)
    .max(40),
  /** First two characters of the credit code that are firms. */
  firmKinds: z
    .array(z.string().regex(/^[0-9A-Z]{2}$/))
    .min(1)
    .max(20),
  /** How many months after the licence a set can be claimed. */
  claimMonths: z.number().int().min(1).max(36),
  /** How long a maker has to answer before the set goes to another. */
  answerMinutes: z.number().int().min(5).max(2880),
  /** Working days from the claim to the set at the centre. */
  promiseDays: z.number().int().min(1).max(20),
  /** What a filed number looks like; 13 digits by GA 241, or 14. */
  filedPattern: z.string().min(3).max(60).refine(isPattern, { message: '格式有误｜Not a pattern' }),
});
export type SettingsBody = z.infer<typeof SettingsBody>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

export const Settings = SettingsBody.extend({ version: z.number().int().min(0) });
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  licenceKind: 'business-licence',
  divisions: ['310117'],
  firmKinds: ['91', '93'],
  claimMonths: 3,
  answerMinutes: 120,
  promiseDays: 1,
  filedPattern: '^\\d{13,14}$',
  version: 0,
};
