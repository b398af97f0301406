import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { problems as files } from '#kernel/files/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { LINK_FILES, problems, routes } from '../../contract.ts';
import type { KioskDeps } from '../deps.ts';
import { requireJoined, sendFile } from './phone.ts';

const Key = routes.joinLink.body ?? z.never();

/** Reads the form of a phone: the two fields first, then each file as it comes. */
export async function receiveFiles(
  deps: KioskDeps,
  actor: Actor,
  raw: FastifyRequest,
): Promise<{ sentFiles: number }> {
  if (!raw.isMultipart()) throw new ProblemError(files.noFile);
  const fields: Record<string, unknown> = {};
  let sentFiles: number | undefined;
  for await (const part of raw.parts({ limits: { files: LINK_FILES + 1 } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value;
      continue;
    }
    const key = Key.safeParse(fields);
    if (!key.success) throw new ProblemError(problems.linkGone);
    const visit = await requireJoined(deps, actor, key.data);
    const file = { name: part.filename, content: part.file };
    sentFiles = await sendFile(deps, actor, key.data, visit, file);
  }
  if (sentFiles === undefined) throw new ProblemError(files.noFile);
  return { sentFiles };
}
