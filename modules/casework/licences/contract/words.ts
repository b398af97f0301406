import { z } from 'zod';

/** A text in both languages. */
export const BothWords = z.object({ 'zh-CN': z.string(), en: z.string() });
export type BothWords = z.infer<typeof BothWords>;
