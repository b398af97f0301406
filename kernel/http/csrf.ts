import { timingSafeEqual } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { commonProblems } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { RouteContract } from './contract.ts';
import type { Identity } from './identify.ts';

/**
 * Refuses a write that a page of another site could have caused: the browser says where it came from,
 * and a caller known by a cookie must repeat the token that only this site's pages can read.
 */
export function checkCsrf(
  contract: RouteContract,
  request: FastifyRequest,
  identity: Identity,
  allowedOrigins: ReadonlySet<string>,
): void {
  if (contract.method === 'GET' || contract.crossSite === true) return;
  if (comesFromElsewhere(request, allowedOrigins)) throw new ProblemError(commonProblems.badOrigin);
  if (identity.csrfToken === undefined) return;
  const given = request.headers['x-csrf-token'];
  if (typeof given !== 'string' || !isSame(given, identity.csrfToken))
    throw new ProblemError(commonProblems.badOrigin);
}

function comesFromElsewhere(request: FastifyRequest, allowedOrigins: ReadonlySet<string>): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  if (allowedOrigins.has(origin)) return false;
  return URL.canParse(origin) ? new URL(origin).host !== request.headers.host : true;
}

function isSame(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
