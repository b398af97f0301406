import { buffer } from 'node:stream/consumers';

import type { FastifyRequest } from 'fastify';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type PageReading, problems } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';

const MOST_BYTES = 10 * 1024 * 1024;

const isPicture = (bytes: Buffer): boolean =>
  bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ||
  bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));

/** Reads one page for whoever applies or takes in. Nothing of it is kept, and what it says is only a suggestion. */
export async function readPage(
  { textReader }: Pick<MattersDeps, 'textReader'>,
  actor: Actor,
  raw: FastifyRequest,
): Promise<PageReading> {
  if (actor.kind !== 'citizen' && actor.kind !== 'staff')
    throw new ProblemError(commonProblems.forbidden);
  if (!raw.isMultipart()) throw new ProblemError(problems.notAPicture);
  const part = await raw.file({ limits: { files: 1, fileSize: MOST_BYTES + 1 } });
  const bytes = part === undefined ? Buffer.alloc(0) : await buffer(part.file);
  if (bytes.length > MOST_BYTES || !isPicture(bytes)) throw new ProblemError(problems.notAPicture);
  try {
    return { lines: [...(await textReader.read(bytes))] };
  } catch (error) {
    throw new ProblemError(problems.readingFailed, {}, { cause: error });
  }
}
