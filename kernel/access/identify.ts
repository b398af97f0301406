import type { FastifyRequest } from 'fastify';

import { hashToken } from '../crypto/token-hash.ts';
import type { Identify, Identity } from '../http/identify.ts';
import type { AccessDeps } from './deps.ts';
import { findDeviceHolder, touchDeviceKey } from './devices/repository.ts';
import { isFactorProven } from './rules/sign-in-step.ts';
import { toDevice, toPerson } from './sessions/actor.ts';
import { isOpen, nextIdleLimit } from './sessions/life.ts';
import { findHolder, type Holder, touchSession } from './sessions/repository.ts';
import { SESSION_COOKIE } from './sessions/visit.ts';
import { anonymousActor } from './system-actor.ts';

export type IdentifyDeps = Pick<
  AccessDeps,
  'database' | 'clock' | 'keys' | 'findCentre' | 'readGrants'
>;

/** A page that asks by itself, without its user, says so; such a request does not keep a session awake. */
export const BACKGROUND_HEADER = 'x-background';

/** Carries the token of whoever is signed in at a device, beside the device's key. */
export const VISITOR_HEADER = 'x-visitor';

const BEARER = /^Bearer ([\w-]{20,200})$/i;
const TOKEN = /^[\w-]{20,200}$/;
const DEVICE_TOUCH_MS = 60_000;
const NO_CENTRE = 0;

/**
 * Who sent a request: a device by its bearer key, a person by the session cookie, or nobody. Roles are
 * read with every request, so one that is taken away stops at once, in every process.
 */
export function createIdentify(deps: IdentifyDeps): Identify {
  return async (request) => {
    const key = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const token = request.cookies[SESSION_COOKIE];
    const hasToken = token !== undefined && TOKEN.test(token);
    if (key === undefined && !hasToken) return identifyNobody(deps, request);
    const { centreId } = await deps.findCentre(request.host);
    const anonymous = { actor: anonymousActor(centreId) };
    if (key !== undefined)
      return (await identifyAtDevice(deps, centreId, key, request)) ?? anonymous;
    return hasToken ? identifyPerson(deps, centreId, token, request, anonymous) : anonymous;
  };
}

/** Probes of the process must be answered even while there is no centre, or no database. */
async function identifyNobody(deps: IdentifyDeps, request: FastifyRequest): Promise<Identity> {
  const centre = await deps.findCentre(request.host).catch(() => undefined);
  return { actor: anonymousActor(centre?.centreId ?? NO_CENTRE) };
}

async function identifyPerson(
  deps: IdentifyDeps,
  centreId: number,
  token: string,
  request: FastifyRequest,
  anonymous: Identity,
): Promise<Identity> {
  const now = deps.clock.now();
  const holder = await findHolder(deps.database.db, centreId, hashToken(token), now);
  // What was opened at a device is worth nothing without the key of that device.
  if (holder === undefined || holder.device_account_id !== null) return anonymous;
  if (holder.status !== 'active' || !isOpen(holder, now)) return anonymous;
  if (request.headers[BACKGROUND_HEADER] === undefined) await keepAwake(deps, holder, now);
  const csrfToken = deps.keys.csrfToken(token);
  // While steps are missing the caller is nobody yet, but already bound to this site's pages.
  if (holder.step !== 'complete') return { ...anonymous, csrfToken };
  const grants = await deps.readGrants(centreId, holder, isFactorProven(holder.method));
  return { actor: toPerson(holder, grants), csrfToken };
}

async function keepAwake(deps: IdentifyDeps, holder: Holder, now: Date): Promise<void> {
  const idleUntil = nextIdleLimit(holder, now);
  if (idleUntil !== undefined) await touchSession(deps.database.db, holder, now, idleUntil);
}

/** A device, or the visitor whose session was opened at that very device. Any other token is nobody's. */
async function identifyAtDevice(
  deps: IdentifyDeps,
  centreId: number,
  key: string,
  request: FastifyRequest,
): Promise<Identity | undefined> {
  const device = await identifyDevice(deps, centreId, key);
  const token = request.headers[VISITOR_HEADER];
  if (device === undefined || token === undefined) return device;
  if (typeof token !== 'string' || !TOKEN.test(token)) return undefined;
  const now = deps.clock.now();
  const holder = await findHolder(deps.database.db, centreId, hashToken(token), now);
  if (holder === undefined || holder.device_account_id !== device.actor.id) return undefined;
  if (holder.status !== 'active' || !isOpen(holder, now)) return undefined;
  if (request.headers[BACKGROUND_HEADER] === undefined) await keepAwake(deps, holder, now);
  const grants = await deps.readGrants(centreId, holder, isFactorProven(holder.method));
  const permits = new Set(holder.permits);
  return {
    actor: toPerson(
      holder,
      grants.filter(({ permission }) => permits.has(permission)),
    ),
  };
}

async function identifyDevice(
  deps: IdentifyDeps,
  centreId: number,
  key: string,
): Promise<Identity | undefined> {
  const now = deps.clock.now();
  const holder = await findDeviceHolder(deps.database.db, centreId, hashToken(key), now);
  if (holder === undefined) return undefined;
  const lastUse = holder.last_used_at?.getTime() ?? 0;
  if (now.getTime() - lastUse >= DEVICE_TOUCH_MS)
    await touchDeviceKey(deps.database.db, centreId, holder, now);
  return { actor: toDevice(centreId, holder, await deps.readGrants(centreId, holder, true)) };
}
