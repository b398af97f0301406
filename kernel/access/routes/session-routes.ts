import type { Call, ServedRoute } from '../../http/handler.ts';
import { serve } from '../../http/handler.ts';
import { factorRoutes, sessionRoutes, type SessionView } from '../contract-session.ts';
import type { AccessDeps } from '../deps.ts';
import { addPasskey, beginPasskey } from '../factors/enrol-passkey.ts';
import { beginTotp, confirmTotp, type Enrolled } from '../factors/enrol-totp.ts';
import { renewRecoveryCodes } from '../factors/issue-recovery-codes.ts';
import { listFactors } from '../factors/list-factors.ts';
import { removePasskey, removeTotp } from '../factors/remove-factor.ts';
import { changePendingPassword } from '../sessions/change-pending-password.ts';
import { giveProof } from '../sessions/give-proof.ts';
import { giveSecondFactor } from '../sessions/give-second-factor.ts';
import { beginPasskeySignIn } from '../sessions/passkey-options.ts';
import { signInWithPasskey } from '../sessions/sign-in-with-passkey.ts';
import { signIn } from '../sessions/sign-in.ts';
import { signOut } from '../sessions/sign-out.ts';
import { viewSession } from '../sessions/view-session.ts';
import { toVisit, type Visit } from '../sessions/visit.ts';
import { clearSessionCookie, setSessionCookie } from './cookies.ts';

type AnyCall = Pick<Call<never>, 'actor' | 'raw' | 'address' | 'locale' | 'reply'>;

/** Gives the browser its new token and shows the session as it is with it. */
async function goOn(deps: AccessDeps, call: AnyCall, token: string): Promise<SessionView> {
  setSessionCookie(deps, call.reply, token);
  return viewSession(deps, { ...toVisit(call), token });
}

async function afterEnrolment(deps: AccessDeps, call: AnyCall, { token, recoveryCodes }: Enrolled) {
  const session =
    token === undefined ? await viewSession(deps, toVisit(call)) : await goOn(deps, call, token);
  return { recoveryCodes, session };
}

export function createSessionRoutes(deps: AccessDeps): ServedRoute[] {
  const advance = async (call: AnyCall, act: (visit: Visit) => Promise<string>) =>
    goOn(deps, call, await act(toVisit(call)));
  return [
    serve(sessionRoutes.getSession, (call) => viewSession(deps, toVisit(call))),
    serve(sessionRoutes.signIn, (call) => advance(call, (visit) => signIn(deps, visit, call.body))),
    serve(sessionRoutes.signOut, async (call) => {
      const endSessionUrl = await signOut(deps, toVisit(call));
      clearSessionCookie(deps, call.reply);
      return { done: true as const, endSessionUrl };
    }),
    serve(sessionRoutes.changePendingPassword, (call) =>
      advance(call, (visit) => changePendingPassword(deps, visit, call.body.newPassword)),
    ),
    serve(sessionRoutes.giveSecondFactor, (call) =>
      advance(call, (visit) => giveSecondFactor(deps, visit, call.body)),
    ),
    serve(sessionRoutes.beginPasskeySignIn, (call) => beginPasskeySignIn(deps, toVisit(call))),
    serve(sessionRoutes.signInWithPasskey, (call) =>
      advance(call, (visit) => signInWithPasskey(deps, visit, call.body)),
    ),
    serve(sessionRoutes.giveProof, (call) =>
      advance(call, (visit) => giveProof(deps, visit, call.body)),
    ),
  ];
}

const done = { done: true } as const;

export function createFactorRoutes(deps: AccessDeps): ServedRoute[] {
  return [
    serve(factorRoutes.listFactors, (call) => listFactors(deps, toVisit(call))),
    serve(factorRoutes.beginTotp, (call) => beginTotp(deps, toVisit(call))),
    serve(factorRoutes.confirmTotp, async (call) =>
      afterEnrolment(deps, call, await confirmTotp(deps, toVisit(call), call.body.code)),
    ),
    serve(factorRoutes.removeTotp, (call) => removeTotp(deps, toVisit(call)).then(() => done)),
    serve(factorRoutes.renewRecoveryCodes, async (call) => ({
      recoveryCodes: await renewRecoveryCodes(deps, toVisit(call)),
    })),
    serve(factorRoutes.beginPasskey, (call) => beginPasskey(deps, toVisit(call))),
    serve(factorRoutes.addPasskey, async (call) =>
      afterEnrolment(deps, call, await addPasskey(deps, toVisit(call), call.body)),
    ),
    serve(factorRoutes.removePasskey, (call) =>
      removePasskey(deps, toVisit(call), call.params.id).then(() => done),
    ),
  ];
}
