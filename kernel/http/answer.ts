import { createHash } from 'node:crypto';

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';

import { mayAnywhere } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import type { Clock } from '../clock/clock.ts';
import { isDuplicate } from '../db/errors.ts';
import type { Db } from '../db/types.ts';
import { commonProblems } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { RouteContract } from './contract.ts';
import { checkCsrf } from './csrf.ts';
import type { Call, ServedRoute } from './handler.ts';
import { checkKey, createClaim, findAnswer, hashContent } from './idempotency.ts';
import type { Identify } from './identify.ts';
import { localeOf } from './locale.ts';
import { invalidInput } from './problem-document.ts';

export interface AnswerDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly identify: Identify;
  readonly allowedOrigins: ReadonlySet<string>;
}

/** Answers one request: who, may they, is it well formed, was it answered before, then the use case. */
export function answerWith(deps: AnswerDeps, { contract, handle }: ServedRoute) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const identity = await deps.identify(request);
    const actor: Actor = { ...identity.actor, request: { id: request.id, address: request.ip } };
    checkCsrf(contract, request, identity, deps.allowedOrigins);
    admit(contract, actor);
    const input = readInput(contract, request);
    const key = readKey(contract, request);
    const bodyHash = key === undefined ? '' : hashContent([input.params, input.body]);
    const once = createClaim(deps.clock, actor, contract.name, key, bodyHash);
    const call = {
      ...input,
      actor,
      locale: localeOf(request.headers),
      requestId: request.id,
      address: request.ip,
      once,
      raw: request,
      reply,
    } as Call<RouteContract>;
    const repeated = () =>
      key === undefined ? undefined : findAnswer(deps.db, actor, contract.name, key, bodyHash);
    const before = await repeated();
    if (before)
      return sendAnswer(
        contract,
        reply.header('idempotency-replayed', 'true'),
        request,
        before.answer,
      );
    try {
      return sendAnswer(contract, reply, request, await handle(call));
    } catch (error) {
      const winner = mayBeRepeat(error) ? await repeated() : undefined;
      if (!winner) throw error;
      return sendAnswer(
        contract,
        reply.header('idempotency-replayed', 'true'),
        request,
        winner.answer,
      );
    }
  };
}

/**
 * Two requests with one key met: the later one fails on the key, or is refused for what the earlier one has just done,
 * as "changed meanwhile" or "already finished". Neither is news to a client that asked once.
 */
const mayBeRepeat = (error: unknown): boolean =>
  error instanceof ProblemError || isDuplicate(error);

function admit(contract: RouteContract, actor: Actor): void {
  if (contract.admission === 'public') return;
  if (actor.kind === 'anonymous') throw new ProblemError(commonProblems.notSignedIn);
  if (contract.admission === 'signed-in') return;
  if (!mayAnywhere(actor, contract.admission.name))
    throw new ProblemError(commonProblems.forbidden);
}

function readInput(contract: RouteContract, request: FastifyRequest) {
  return {
    params: check(contract.params, request.params, 'params'),
    query: check(contract.query, request.query, 'query'),
    body: contract.upload === true ? undefined : check(contract.body, request.body, 'body'),
  };
}

function check(schema: z.ZodType | undefined, value: unknown, place: string): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw invalidInput(result.error, place);
  return result.data;
}

function readKey(contract: RouteContract, request: FastifyRequest): string | undefined {
  if (contract.idempotency === undefined) return undefined;
  const header = request.headers['idempotency-key'];
  const key = Array.isArray(header) ? header[0] : header;
  checkKey(key, contract.idempotency === 'required');
  return key;
}

function sendAnswer(
  contract: RouteContract,
  reply: FastifyReply,
  request: FastifyRequest,
  answer: unknown,
): unknown {
  if (reply.sent || (contract.answers ?? 'json') !== 'json') return answer ?? reply;
  const body = JSON.stringify(toBody(contract, answer));
  reply
    .code(contract.status ?? 200)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store');
  if (contract.method !== 'GET') return body;
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (request.headers['if-none-match'] !== etag) return body;
  reply.code(304);
  return '';
}

/** What leaves is checked as strictly as what came in: an answer that breaks its contract is our failure. */
function toBody(contract: RouteContract, answer: unknown): unknown {
  return contract.response === undefined ? { done: true } : contract.response.parse(answer);
}
