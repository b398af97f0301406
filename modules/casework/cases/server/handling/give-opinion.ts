import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type ActResult, type GiveOpinion, permissions } from '../../contract.ts';
import { write } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import { loadAround } from '../load-around.ts';
import * as parts from '../repository-parts.ts';
import * as repository from '../repository.ts';
import { requireLawful } from '../rules/decide-act.ts';
import { toActResult } from '../view.ts';

/** 答复意见, by the department that was asked: it need not otherwise reach the case. */
export function giveOpinion(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, opinionId, answer, text }: GiveOpinion,
  once: Once,
): Promise<ActResult> {
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockCase(tx, actor.centreId, id));
    const loaded = await loadAround(deps, tx, actor, row, false);
    const asked = loaded.around.opinions.find((one) => one.id === opinionId);
    authorise(actor, permissions.advise.name, { departmentId: asked?.departmentId });
    requireVersion({ version: row.version, changedBy: row.body.updatedByName }, version);
    requireLawful('give-opinion', loaded.around, { opinionId });
    const now = deps.clock.now();
    parts.answerOpinion(
      tx,
      { centre_id: actor.centreId, opinion_id: opinionId },
      { answer, answer_text: text, answered_by_name: actor.name, answered_at: now },
    );
    const after = write({ deps, tx, actor }, loaded, {
      seq: row.version + 1,
      at: now.toISOString(),
      act: 'give-opinion',
      byKind: 'staff',
      byId: actor.id,
      byName: actor.name,
      from: row.state,
      to: row.state,
      changes: {},
      note: text,
      isPublic: false,
      detail: { opinionId, answer },
    });
    const result = toActResult(after, loaded.counting);
    once.claim(tx, result);
    return result;
  });
}
