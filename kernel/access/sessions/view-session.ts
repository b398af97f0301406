import type { Grant } from '../contract-actor.ts';
import type { SessionView } from '../contract-session.ts';
import type { AccessDeps } from '../deps.ts';
import { toRelyingParty } from '../factors/relying-party.ts';
import { type FactorFacts, findFactorFacts } from '../factors/repository.ts';
import { isFactorProven } from '../rules/sign-in-step.ts';
import { findOpenSession } from './pending.ts';
import type { Holder } from './repository.ts';
import type { Visit } from './visit.ts';

/** Who the caller is, for the frame of every page; answers for the public and for devices too. */
export async function viewSession(deps: AccessDeps, visit: Visit): Promise<SessionView> {
  const [session, centre] = await Promise.all([
    findOpenSession(deps, visit),
    deps.findCentre(visit.host),
  ]);
  const common = {
    passkeysAvailable: toRelyingParty(deps.publicUrl, visit.host) !== undefined,
    centre: {
      nameZh: centre.nameZh,
      nameEn: centre.nameEn,
      isDemonstration: centre.isDemonstration,
    },
  };
  if (visit.actor.atDevice !== undefined) return { ...ofVisitor(visit), ...common };
  if (visit.actor.kind === 'device') return { ...ofDevice(visit), ...common };
  if (session === undefined) return { ...ofNobody(visit), ...common };
  return { ...(await ofSession(deps, visit, session)), ...common };
}

type OwnPart = Omit<SessionView, 'passkeysAvailable' | 'centre'>;

const nobody = { kind: 'anonymous', id: 'anonymous', name: '', permissions: [] } as const;

function ofNobody(visit: Visit): OwnPart {
  return {
    signedIn: false,
    step: 'anonymous',
    actor: { ...nobody, permissions: [] },
    csrfToken: null,
    locale: visit.locale,
    elderMode: false,
    mustChangePassword: false,
    factors: [],
    idleUntil: null,
    expiresAt: null,
  };
}

function ofDevice(visit: Visit): OwnPart {
  const { id, name, grants } = visit.actor;
  return {
    ...ofNobody(visit),
    signedIn: true,
    step: 'complete',
    actor: { kind: 'device', id, name, permissions: [...grants] },
  };
}

/** Somebody at a device: when their visit ends is said by the device, not here. */
function ofVisitor(visit: Visit): OwnPart {
  const { id, name, grants } = visit.actor;
  return {
    ...ofNobody(visit),
    signedIn: true,
    step: 'complete',
    actor: { kind: 'citizen', id, name, permissions: [...grants] },
  };
}

async function ofSession(deps: AccessDeps, visit: Visit, session: Holder): Promise<OwnPart> {
  const isComplete = session.step === 'complete';
  return {
    signedIn: isComplete,
    step: session.step,
    actor: isComplete
      ? {
          kind: session.kind,
          id: session.account_id,
          name: session.display_name,
          permissions: [...(await grantsOf(deps, session))],
        }
      : { ...nobody, permissions: [] },
    csrfToken: visit.token === undefined ? null : deps.keys.csrfToken(visit.token),
    locale: session.locale,
    elderMode: session.elder_mode,
    mustChangePassword: session.step === 'change-password',
    factors: session.step === 'second-factor' ? await waysFor(deps, session) : [],
    idleUntil: session.idle_until.toISOString(),
    expiresAt: session.expires_at.toISOString(),
  };
}

function grantsOf(deps: AccessDeps, session: Holder): Promise<readonly Grant[]> {
  return deps.readGrants(session.centre_id, session, isFactorProven(session.method));
}

async function waysFor(deps: AccessDeps, session: Holder): Promise<SessionView['factors']> {
  const { centre_id: centreId, account_id: accountId } = session;
  return waysOf(await findFactorFacts(deps.database.db, centreId, accountId, deps.clock.now()));
}

function waysOf(factors: FactorFacts): SessionView['factors'] {
  return [
    ...(factors.passkeys > 0 ? (['passkey'] as const) : []),
    ...(factors.hasTotp ? (['totp'] as const) : []),
    ...(factors.recoveryCodes > 0 ? (['recovery-code'] as const) : []),
  ];
}
