import { z } from 'zod';

const filled = (longest: number) => z.string().trim().min(1).max(longest);

/** Words that visitors read: Chinese is the official text, English a help that may be missing. */
export const Text = z.object({ zh: filled(2_000), en: filled(4_000).optional() });
export type Text = z.infer<typeof Text>;

/** What a part of a matter is called inside it; stable from edition to edition. */
export const Key = z.string().regex(/^[a-z][a-z0-9-]{0,49}$/u);
export type Key = z.infer<typeof Key>;

/** Official text without a translation: law, conditions, standards. */
export const OfficialText = filled(4_000);
