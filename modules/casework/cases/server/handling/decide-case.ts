import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Approve, Deny } from '../../contract.ts';
import { inspectionDay } from '../acceptance.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import type { Around } from '../rules/around.ts';

/** 准予许可 (art. 38): who examined cannot decide; nothing that was to follow may lack. */
export function approveCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, content, reason, validFrom, validTo }: Approve,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'approve',
      id,
      version,
      decide: ({ around }) => {
        const { file, today } = around;
        const from = validFrom ?? today;
        return {
          isPublic: true,
          note: content,
          changes: {
            outcome: '0',
            outcomeReason: reason,
            decision: {
              approves: true,
              on: today,
              by: { id: actor.id, name: actor.name },
              reason,
              remedy: '',
              content,
              validFrom: from,
              validTo: validTo ?? toLastDay(around, from),
            },
            promise:
              file.promise === null
                ? null
                : {
                    ...file.promise,
                    inspectBy: inspectionDay(today, file.terms.inspectWithinDays),
                  },
            facts: { ...file.facts, decidedOn: today },
          },
        };
      },
    },
    once,
  );
}

/** The last day of a permit: the day before the same day, so many months on. */
function toLastDay({ file, calendar }: Around, from: Day): Day | null {
  const { validMonths } = file.terms;
  if (validMonths === null) return null;
  return addDays(calendar.addMonths(from, validMonths, { onDayOff: 'stays' }).dueOn, -1);
}

/** 不予许可: with reasons, and the right to reconsideration or to sue (art. 38). */
export function denyCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, reason, remedy }: Deny,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'deny',
      id,
      version,
      typed: { reason, remedy },
      decide: ({ around: { file, today } }) => ({
        isPublic: true,
        note: reason,
        changes: {
          outcome: '1',
          outcomeReason: reason,
          remedy,
          decision: {
            approves: false,
            on: today,
            by: { id: actor.id, name: actor.name },
            reason,
            remedy,
            content: '',
            validFrom: null,
            validTo: null,
          },
          facts: { ...file.facts, decidedOn: today },
        },
      }),
    },
    once,
  );
}
