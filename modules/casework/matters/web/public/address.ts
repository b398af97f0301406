import { z } from 'zod';

import type { Answers } from '../../contract.ts';

/** What the address of a guide keeps: the item, and the answers as `question.option.option`. */
export const GuideAddress = z.object({
  item: z.string().max(50).optional(),
  a: z.union([z.string(), z.array(z.string())]).optional(),
});
export type GuideAddress = z.infer<typeof GuideAddress>;

/** Answers as they stand in an address, one part each. */
export function toAddress(answers: Answers): readonly string[] | undefined {
  const parts = Object.entries(answers).map(([key, chosen]) => [key, ...chosen].join('.'));
  return parts.length === 0 ? undefined : parts;
}

/** The answers of an address; what is no answer to a question falls away when they are pruned. */
export function readAnswers(parts: GuideAddress['a']): Answers {
  const list = parts === undefined ? [] : [parts].flat();
  return Object.fromEntries(
    list.flatMap((part) => {
      const [key = '', ...chosen] = part.split('.');
      return key === '' || chosen.length === 0 ? [] : [[key, chosen]];
    }),
  );
}
