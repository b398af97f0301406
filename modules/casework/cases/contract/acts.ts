import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

import type { CasePermission } from './permissions.ts';
import type { CaseState } from './states.ts';

/** What can be done with a case. */
export const CaseAct = z.enum([
  'save-draft',
  'submit',
  'receive-at-window',
  'collect',
  'check-form',
  'send-to-owner',
  'receive-from-proxy',
  'receive',
  'check-papers',
  'tell-correction',
  'resubmit',
  'accept',
  'deem-accepted',
  'refuse',
  'not-needed',
  'supplement',
  'assign',
  'take',
  'delegate',
  'start-special',
  'end-special',
  'extend',
  'ask-opinion',
  'give-opinion',
  'inform-third-parties',
  'examine',
  'approve',
  'deny',
  'begin-certifying',
  'issue',
  'dispatch',
  'come-back',
  'deliver',
  'archive',
  'ask-withdrawal',
  'confirm-withdrawal',
  'continue-handling',
  'terminate',
  'transfer',
  'revoke',
  'decide-again',
  'call-inspection',
  'inspect',
  'send-result-back',
  'hand-over',
  'follow-children',
  'write-message',
]);
export type CaseAct = z.infer<typeof CaseAct>;

/** What must hold beside the state; each is one function in server/rules/guards. */
export const GuardName = z.enum([
  'form-complete',
  'papers-complete',
  'tolerance-lawful',
  'promise-lawful',
  'notice-in-time',
  'only-new-defects',
  'not-collected-elsewhere',
  'notice-overdue',
  'authority-named',
  'reason-given',
  'kind-of-procedure-lawful',
  'procedure-open',
  'extension-lawful',
  'limit-not-passed',
  'opinion-open',
  'examiner-takes-part-once',
  'examined',
  'place-checked',
  'supplements-in',
  'third-parties-informed',
  'decider-not-examiner',
  'prerequisites-approved',
  'reason-and-remedy',
  'delivery-proved',
  'delivery-offered',
  'dossier-complete',
  'ground-to-terminate',
  'permit-was-granted',
  'decision-was-made',
  'on-promise',
  'proxy-stage',
]);
export type GuardName = z.infer<typeof GuardName>;

/** Who may: staff with the permission, the applicant in their own case, the software by itself. */
export interface Who {
  readonly staff?: CasePermission;
  readonly applicant?: true;
  readonly system?: true;
}

/**
 * One lawful step. `same` leaves the state, `before` goes back to where the case stood before it was stopped,
 * `children` takes the least progress of the child cases. Nothing that is not in this table can happen.
 */
export interface Step {
  readonly from: readonly CaseState[] | 'nothing';
  readonly to: CaseState | 'same' | 'before' | 'children';
  readonly guards: readonly GuardName[];
  readonly who: Who;
  readonly title: Words;
}
