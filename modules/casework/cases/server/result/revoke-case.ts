import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Inspect, Reasoned, Revoke } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';

/** 撤销 (art. 69): the permit was wrongly given, or what was promised was broken. The licence goes with it. */
export function revokeCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, reason, remedy, ground }: Revoke,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'revoke',
      id,
      version,
      typed: { reason, remedy },
      decide: async ({ around: { file, today } }, tx) => {
        const { licenceId } = file;
        if (licenceId !== null)
          await deps.licences.act(tx, actor, {
            licenceId,
            act: 'revoke',
            ground,
            reason,
            caseId: id,
            caseNumber: file.caseNo,
          });
        return {
          isPublic: true,
          note: reason,
          changes: {
            outcome: '2',
            outcomeReason: reason,
            remedy,
            promise: file.promise && { ...file.promise, state: 'revoked', inspectBy: null },
            facts: { ...file.facts, endedOn: file.facts.endedOn ?? today },
          },
        };
      },
    },
    once,
  );
}

/** 重新作出决定: after reconsideration, judgment or a mistake of one’s own; examined and counted anew from today. */
export function decideAgain(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, reason }: Reasoned,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'decide-again',
      id,
      version,
      typed: { reason },
      decide: ({ around: { file, today } }) => ({
        isPublic: true,
        note: reason,
        changes: {
          decision: null,
          outcome: null,
          outcomeReason: '',
          remedy: '',
          examinations: [],
          specials: [],
          extension: null,
          delivery: null,
          dossierHash: null,
          thirdPartiesInformedOn: null,
          facts: {
            ...file.facts,
            acceptedOn: today,
            receivedLate: false,
            specials: [],
            extension: null,
            decidedOn: null,
            endedOn: null,
          },
        },
      }),
    },
    once,
  );
}

/** 承诺核查: kept; to be put right by a day; or broken, which the head answers by revoking. */
export function inspectPromise(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, result, opinion, rectifyBy }: Inspect,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'inspect',
      id,
      version,
      decide: ({ around: { today, calendar } }) => {
        const by = rectifyBy ?? calendar.addWorkingDays(today, RECTIFY_DAYS).dueOn;
        return {
          note: opinion,
          isPublic: true,
          detail: { result },
          changes: {
            promise:
              result === 'kept'
                ? { state: 'kept', inspectBy: null, rectifyBy: null }
                : {
                    state: 'rectify',
                    inspectBy: result === 'rectify' ? by : null,
                    rectifyBy: result === 'rectify' ? by : null,
                  },
          },
        };
      },
    },
    once,
  );
}

/** Working days to put things right, unless the inspection says another day. */
const RECTIFY_DAYS = 10;
