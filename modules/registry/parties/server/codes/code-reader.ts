import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import type { CitizenClaims } from '#kernel/access/identity/ports.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';

/** Port: who shows a code; undefined for one that the service does not know or that is too old. */
export type ReadCode = (code: string) => Promise<CitizenClaims | undefined>;

const PATIENCE_MS = 4_000;
const ATTEMPTS = 2;
const AGAIN_MS = 200;

const Reading = z.object({
  subject: z.string().min(1).max(200),
  name: z.string().min(1).max(100),
  idNumber: z.string().max(18).optional(),
  phone: z.string().max(20).optional(),
  level: z.number().int().min(1).max(3),
  firm: z
    .object({
      name: z.string().min(1).max(200),
      uscc: z.string().length(18),
      role: z.enum(['legal-representative', 'agent']),
    })
    .optional(),
});

/**
 * The service as docs/reference/code-reader.md describes it: `POST url` with a bearer token and `{ code }`; 200 with
 * the reading, 404 or 410 for a code that cannot be read. Asked twice when nobody answers, never with another code.
 */
export function createCodeReader(options: {
  readonly url: string;
  readonly token: string;
  /** Names the service in the record of the identity. */
  readonly issuer: string;
}): ReadCode {
  return async (code) => {
    const answer = await ask(options, code);
    if (answer.status === 404 || answer.status === 410) return undefined;
    const reading = answer.ok ? Reading.safeParse(await answer.json()) : undefined;
    if (reading?.success !== true) throw new ProblemError(problems.codesAway);
    const { subject, name, idNumber, phone, level, firm } = reading.data;
    return {
      issuer: options.issuer,
      externalSubject: subject,
      kind: firm === undefined ? 'person' : 'firm',
      name,
      idNumber,
      phone,
      level,
      firm,
    };
  };
}

async function ask(
  { url, token }: { readonly url: string; readonly token: string },
  code: string,
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ code }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (error) {
      if (attempt === ATTEMPTS) throw new ProblemError(problems.codesAway, {}, { cause: error });
      await pause(AGAIN_MS);
    }
  }
}
