import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';

import type { CasesDeps } from './deps.ts';
import { caseWentOn } from './events.ts';
import { loadAround } from './load-around.ts';
import * as repository from './repository.ts';
import { toEventRow, toRow } from './row.ts';
import { applyEntry, type CaseEntry, type Changes } from './rules/case-file.ts';
import { nextState } from './rules/decide-act.ts';

/**
 * The joint case takes the state of the part that has come least far. The parent is locked after its child, and
 * its parts are read after that, so two parts that end at once see each other.
 */
export async function followChildren(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  parentId: string,
): Promise<void> {
  const parent = await repository.lockCase(tx, actor.centreId, parentId);
  if (parent === undefined) return;
  const { around, counting } = await loadAround(deps, tx, actor, parent, false);
  const to = nextState('follow-children', around);
  if (to === parent.state) return;
  const isDone = to === 'delivered';
  const entry: CaseEntry = {
    seq: parent.version + 1,
    at: deps.clock.now().toISOString(),
    act: 'follow-children',
    byKind: 'system',
    byId: actor.id,
    byName: actor.name,
    from: parent.state,
    to,
    changes: isDone ? toEnd(around.file.facts, counting.today, around.children) : {},
    note: '',
    isPublic: false,
    detail: { children: around.children.map(({ caseNo, state }) => ({ caseNo, state })) },
  };
  const row = toRow(actor.centreId, applyEntry(parent.body, parentId, entry), counting);
  repository.updateCase(tx, row);
  repository.insertEvents(tx, [toEventRow(actor.centreId, parentId, entry)]);
  caseWentOn({ deps, tx, actor }, { row, entry, lightBefore: parent.light });
}

/** A joint case ends as its parts did: approved when one of them was. */
function toEnd(
  facts: Parameters<typeof applyEntry>[2]['changes']['facts'],
  today: string,
  children: ReadonlyArray<{ readonly outcome: string | null }>,
): Changes {
  const isApproved = children.some(({ outcome }) => outcome === '0');
  return {
    ...(facts === undefined ? {} : { facts: { ...facts, endedOn: today } }),
    outcome: isApproved ? '0' : '1',
    outcomeReason: isApproved ? '' : '各子件均未获准予',
  };
}
