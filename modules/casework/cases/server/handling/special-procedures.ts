import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import type { ActResult, EndSpecial, StartSpecial } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import { nextState } from '../rules/decide-act.ts';

/** 启动特别程序: time that is not counted, told to the applicant in writing (art. 45). Several may overlap. */
export function startSpecial(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, kind, from, neededDays, reason }: StartSpecial,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'start-special',
      id,
      version,
      typed: { kind, from, neededDays },
      decide: ({ around: { file, today } }) => {
        const begins = { id: newId(deps.clock), kind, from: from ?? today, to: null };
        return {
          isPublic: true,
          note: reason,
          detail: { kind, neededDays },
          changes: {
            before: file.state === 'special' ? file.before : file.state,
            specials: [
              ...file.specials,
              { ...begins, neededDays, reason, startedByName: actor.name, result: '' },
            ],
            facts: { ...file.facts, specials: [...file.facts.specials, begins] },
          },
        };
      },
    },
    once,
  );
}

/** 结束特别程序: the case goes back to where it stood; while another still runs it stays stopped. */
export function endSpecial(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, specialId, to, result }: EndSpecial,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'end-special',
      id,
      version,
      typed: { specialId, to },
      decide: ({ around }) => {
        const { file, today } = around;
        const ends = to ?? today;
        const specials = file.specials.map((one) =>
          one.id === specialId ? { ...one, to: ends, result } : one,
        );
        const isLast = specials.every((one) => one.to !== null);
        return {
          isPublic: true,
          note: result,
          ...(isLast ? {} : { to: 'special' as const }),
          detail: { specialId, back: isLast ? nextState('end-special', around) : 'special' },
          changes: {
            before: isLast ? null : file.before,
            specials,
            facts: {
              ...file.facts,
              specials: file.facts.specials.map((one) =>
                one.id === specialId ? { ...one, to: ends } : one,
              ),
            },
          },
        };
      },
    },
    once,
  );
}
