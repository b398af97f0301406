import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type ActResult, type Assign, problems, type Versioned } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';

/** 分办: by whoever directs the department, to one of its staff who still works there. */
export const assignCase = (
  deps: CasesDeps,
  actor: Actor,
  id: string,
  input: Assign,
  once: Once,
): Promise<ActResult> => giveTo(deps, actor, toGift('assign', id, input), once);

/** 转办, A/B 岗: a colleague of the department goes on with the case. */
export const delegateCase = (
  deps: CasesDeps,
  actor: Actor,
  id: string,
  input: Assign,
  once: Once,
): Promise<ActResult> => giveTo(deps, actor, toGift('delegate', id, input), once);

interface Gift extends Assign {
  readonly name: 'assign' | 'delegate';
  readonly id: string;
}

const toGift = (name: Gift['name'], id: string, input: Assign): Gift => ({ name, id, ...input });

function giveTo(
  deps: CasesDeps,
  actor: Actor,
  { name, id, version, handlerId, reason }: Gift,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: name,
      id,
      version,
      typed: { reason },
      decide: async ({ around: { file, today } }, tx) => {
        const person = await deps.staff.findPersonOfAccount(tx, actor.centreId, handlerId);
        const hasLeft = person?.leftOn != null && person.leftOn < today;
        // Another department handles a case by 征求意见, never by having it.
        const isOther = file.departmentId !== null && person?.departmentId !== file.departmentId;
        if (person === undefined || hasLeft || isOther)
          throw new ProblemError(problems.handlerUnfit);
        return {
          note: reason,
          detail: { from: file.handler?.id ?? null, to: handlerId },
          changes: { handler: { id: handlerId, name: person.nameZh } },
        };
      },
    },
    once,
  );
}

/** 领办: out of the group’s list into one’s own. */
export function takeCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version }: Versioned,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'take',
      id,
      version,
      decide: ({ around: { file } }) => ({
        detail: { from: file.handler?.id ?? null, to: actor.id },
        changes: { handler: { id: actor.id, name: actor.name } },
      }),
    },
    once,
  );
}
