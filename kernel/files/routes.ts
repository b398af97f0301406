import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../access/contract-actor.ts';
import { type ServedRoute, serve } from '../http/handler.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { problems, routes, type StoredFile } from './contract.ts';
import { decideWithheld, listWithheld } from './decide-withheld.ts';
import type { FileDeps } from './deps.ts';
import { getFile, openFile } from './read-file.ts';
import { getPurpose, receiveFile } from './receive-file.ts';

export function createRoutes(deps: FileDeps): ServedRoute[] {
  return [
    serve(routes.uploadFiles, async ({ actor, query, raw }) => ({
      items: await receiveAll(deps, actor, query.purpose, raw),
    })),
    serve(routes.getFile, ({ actor, params }) => getFile(deps, actor, params.id)),
    serve(routes.downloadFile, async ({ actor, params, reply }) =>
      sendFile(reply, await openFile(deps, actor, params.id)),
    ),
    serve(routes.listWithheld, ({ actor, query }) => listWithheld(deps, actor, query)),
    serve(routes.releaseFile, ({ actor, params, body, once }) =>
      decideWithheld(deps, actor, params.id, { state: 'available', reason: body.reason }, once),
    ),
    serve(routes.destroyFile, ({ actor, params, body, once }) =>
      decideWithheld(deps, actor, params.id, { state: 'destroyed', reason: body.reason }, once),
    ),
  ];
}

const MOST = 20;

async function receiveAll(
  deps: FileDeps,
  actor: Actor,
  purposeName: string,
  raw: FastifyRequest,
): Promise<StoredFile[]> {
  const purpose = getPurpose(deps, actor, purposeName);
  const files: StoredFile[] = [];
  if (!raw.isMultipart()) throw new ProblemError(problems.noFile);
  for await (const part of raw.files({
    limits: { files: MOST + 1, fileSize: deps.limitBytes + 1 },
  })) {
    if (files.length === MOST) throw new ProblemError(problems.tooMany, { limit: MOST });
    files.push(
      await receiveFile(deps, actor, purpose, { name: part.filename, content: part.file }),
    );
  }
  if (files.length === 0) throw new ProblemError(problems.noFile);
  return files;
}

const SHOWN_IN_PLACE = /^(image\/(jpeg|png|webp)|application\/pdf|video\/(mp4|webm)|audio\/)/;

async function sendFile(
  reply: FastifyReply,
  opened: Awaited<ReturnType<typeof openFile>>,
): Promise<undefined> {
  const { file, content } = opened;
  const place = SHOWN_IN_PLACE.test(file.mediaType) ? 'inline' : 'attachment';
  await reply
    .type(file.mediaType)
    .header('content-length', String(file.sizeBytes))
    .header('content-disposition', `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(content);
  return undefined;
}
