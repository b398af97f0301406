import type { FastifyReply } from 'fastify';

import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { MattersDeps } from '../deps.ts';
import { listFileIds } from '../file-ids.ts';
import { SAMPLE_PURPOSE } from '../file-purposes.ts';
import { getInForce } from './get-in-force.ts';

interface Asked {
  readonly matterId: string;
  readonly fileId: string;
}

/** A blank form or a sample that the guide in force names. For everybody; no other file can be asked for. */
export async function getGuideFile(
  deps: MattersDeps,
  centreId: number,
  { matterId, fileId }: Asked,
) {
  const { db } = deps.database;
  const { edition } = await getInForce(deps, db, centreId, matterId);
  const named = orNotFound(listFileIds(edition.content).find((id) => id === fileId));
  return deps.files.getFile(db, { centreId }, named, SAMPLE_PURPOSE);
}

/** Sends it under its own name. */
export async function sendGuideFile(
  reply: FastifyReply,
  file: Awaited<ReturnType<typeof getGuideFile>>,
): Promise<undefined> {
  await reply
    .type(file.mediaType)
    .header('content-length', String(file.sizeBytes))
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'public, max-age=300')
    .send(await file.open());
  return undefined;
}
