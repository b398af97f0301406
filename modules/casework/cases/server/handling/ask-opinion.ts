import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { ActResult, AskOpinion } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import { placesOf } from '../places.ts';
import * as parts from '../repository-parts.ts';

/** 征求意见: the other department has its own days; the clock goes on. */
export function askOpinion(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, departmentId, question, dueOn }: AskOpinion,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'ask-opinion',
      id,
      version,
      decide: async ({ around: { today, calendar, settings } }, tx) => {
        const { departments } = await placesOf(deps).directory(tx, actor.centreId);
        orNotFound(departments.byId.get(departmentId));
        parts.insertOpinion(tx, {
          centre_id: actor.centreId,
          opinion_id: newId(deps.clock),
          case_id: id,
          department_id: departmentId,
          question,
          asked_by_name: actor.name,
          asked_at: deps.clock.now(),
          due_on: dueOn ?? calendar.addWorkingDays(today, settings.opinionDays).dueOn,
          answer: null,
          answer_text: '',
          answered_by_name: '',
          answered_at: null,
        });
        return { note: question, detail: { departmentId } };
      },
    },
    once,
  );
}
