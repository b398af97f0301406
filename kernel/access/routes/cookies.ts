import type { FastifyReply } from 'fastify';

import type { AccessDeps } from '../deps.ts';
import { SESSION_COOKIE } from '../sessions/visit.ts';

/** The cookie that binds a journey to the identity service to one browser. */
export const BROWSER_COOKIE = 'ow_identity';
const BROWSER_PATH = '/api/v1/identity';

const isSecure = ({ publicUrl }: Pick<AccessDeps, 'publicUrl'>) => publicUrl.startsWith('https:');

/**
 * Lax, not strict: somebody who comes back from the identity service must arrive signed in. Ends with the
 * browser; the server ends it sooner.
 */
export function setSessionCookie(deps: AccessDeps, reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(deps),
  });
}

export function clearSessionCookie(deps: AccessDeps, reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(deps),
  });
}

export function setBrowserCookie(
  deps: AccessDeps,
  reply: FastifyReply,
  token: string,
  seconds: number,
): void {
  reply.setCookie(BROWSER_COOKIE, token, {
    path: BROWSER_PATH,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(deps),
    maxAge: seconds,
  });
}
