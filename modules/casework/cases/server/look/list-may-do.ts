import type { Actor } from '#kernel/access/contract-actor.ts';
import { fillWords } from '#kernel/problems/contract.ts';
import type { ProblemError } from '#kernel/problems/problem-error.ts';

import { CaseAct, isLawful, type MayDo, transitions } from '../../contract.ts';
import type { Around } from '../rules/around.ts';
import { findBlocker, isForKind } from '../rules/decide-act.ts';
import { mayAct } from '../who.ts';

/** What the actor can do with a case now, by the table and their grants; and what still stands in the way. */
export function listMayDo(actor: Actor, around: Around, asApplicant = false): MayDo[] {
  const { file } = around;
  return CaseAct.options
    .filter(
      (act) =>
        isLawful(act, file.state) &&
        isForKind(act, around) &&
        fitsTheWay(act, around) &&
        (asApplicant ? transitions[act].who.applicant === true : mayAct(actor, act, file)),
    )
    .map((act) => ({ act, blocked: toBlocked(findBlocker(act, around)) }));
}

const OF_PROXIES: ReadonlySet<CaseAct> = new Set([
  'check-form',
  'send-to-owner',
  'receive-from-proxy',
  'send-result-back',
  'hand-over',
]);
const OF_PROMISES: ReadonlySet<CaseAct> = new Set(['inspect', 'call-inspection']);

/** Acts of a way that this case does not take are not offered at all. */
function fitsTheWay(act: CaseAct, { file, papers, opinions }: Around): boolean {
  if (OF_PROXIES.has(act)) return file.proxy !== null;
  if (OF_PROMISES.has(act)) return file.promise !== null;
  if (act === 'receive') return file.proxy === null;
  if (act === 'supplement') return papers.some(({ state }) => state === 'deferred');
  if (act === 'give-opinion') return opinions.some(({ isOpen }) => isOpen);
  if (act === 'inform-third-parties') return file.terms.informThirdParties;
  if (act === 'start-special') return file.terms.specials.length > 0;
  if (act === 'dispatch') return file.terms.delivery.includes('courier');
  return true;
}

function toBlocked(refusal: ProblemError | undefined): MayDo['blocked'] {
  if (refusal === undefined) return null;
  const { kind, values } = refusal;
  return {
    code: kind.code,
    reason: {
      'zh-CN': fillWords(kind.title, 'zh-CN', values),
      en: fillWords(kind.title, 'en', values),
    },
  };
}
