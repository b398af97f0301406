import { z } from 'zod';

const Scope = z.union([
  z.object({ level: z.enum(['centre', 'own']) }),
  z.object({ level: z.enum(['site', 'department', 'window']), id: z.string() }),
]);

/** Somebody as the simulation names them to a centre that it has started itself. */
export const Posing = z.object({
  role: z.string(),
  accountId: z.string(),
  name: z.string(),
  scope: Scope,
  centreId: z.number().int(),
  /** Whom a citizen's account stands for. */
  subject: z.string().optional(),
});
export type Posing = z.infer<typeof Posing>;

/** As a header may carry it: names are Chinese. */
export const writePosing = (posing: Posing): string =>
  Buffer.from(JSON.stringify(posing)).toString('base64url');

export const readPosing = (text: string): Posing =>
  Posing.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
