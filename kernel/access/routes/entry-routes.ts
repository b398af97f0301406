import type { FastifyReply, FastifyRequest } from 'fastify';

import { serve, type ServedRoute } from '../../http/handler.ts';
import { randomToken } from '../../ids/token.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { deviceRoutes, identityRoutes } from '../contract-entry.ts';
import type { AccessDeps } from '../deps.ts';
import { enrolDevice } from '../devices/enrol.ts';
import { finishIdentity } from '../identity/finish-identity.ts';
import { JOURNEY_SECONDS } from '../identity/journey.ts';
import { startIdentity } from '../identity/start-identity.ts';
import { toReturnPath } from '../rules/return-path.ts';
import { toVisit } from '../sessions/visit.ts';
import { BROWSER_COOKIE, setBrowserCookie, setSessionCookie } from './cookies.ts';

/** The page that shows why a sign-in did not work: the one to return to, with the problem's code. */
const PROBLEM_PARAMETER = 'identityProblem';

export function createEntryRoutes(deps: AccessDeps): ServedRoute[] {
  return [
    serve(deviceRoutes.enrolDevice, (call) => enrolDevice(deps, toVisit(call), call.body)),
    serve(identityRoutes.startIdentity, async ({ query, raw, reply, ...call }) => {
      const browserToken = raw.cookies[BROWSER_COOKIE] ?? randomToken();
      const visit = toVisit({ ...call, raw });
      const input = { ...query, locale: query.locale ?? call.locale, browserToken };
      try {
        const url = await startIdentity(deps, visit, input);
        setBrowserCookie(deps, reply, browserToken, JOURNEY_SECONDS);
        await goTo(reply, url);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        await showProblem(raw, reply, toReturnPath(query.returnTo) ?? '/', error);
      }
      return undefined;
    }),
    serve(identityRoutes.identityCallback, async ({ query, raw, reply, ...call }) => {
      const outcome = await finishIdentity(deps, toVisit({ ...call, raw }), {
        state: query.state,
        search: new URL(raw.url, 'http://here.invalid').search,
        browserToken: raw.cookies[BROWSER_COOKIE],
      });
      if (outcome.problem !== undefined) {
        await showProblem(raw, reply, outcome.returnTo, outcome.problem);
        return undefined;
      }
      setSessionCookie(deps, reply, outcome.token);
      await goTo(reply, outcome.returnTo);
      return undefined;
    }),
  ];
}

async function goTo(reply: FastifyReply, url: string): Promise<void> {
  await reply.header('cache-control', 'no-store').redirect(url, 303);
}

/** A person's browser is sent to a page that can say it; a program gets the problem itself. */
async function showProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  returnTo: string,
  problem: ProblemError,
): Promise<void> {
  if (!(request.headers.accept ?? '').includes('text/html')) throw problem;
  if (problem.kind.status >= 500) {
    request.log.error(
      { requestId: request.id, code: problem.kind.code, err: problem.extras.cause ?? problem },
      'sign-in failed',
    );
  }
  const url = new URL(returnTo, 'http://here.invalid');
  url.searchParams.set(PROBLEM_PARAMETER, problem.kind.code);
  await goTo(reply, `${url.pathname}${url.search}${url.hash}`);
}
