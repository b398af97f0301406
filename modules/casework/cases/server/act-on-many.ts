import type { Actor } from '#kernel/access/contract-actor.ts';
import { noRepeat, type Once } from '#kernel/http/idempotency.ts';
import { fillWords } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import type { ActResult, Batch, BatchResult } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { assignCase, takeCase } from './handling/assign-case.ts';
import { approveCase, denyCase } from './handling/decide-case.ts';
import { examineCase } from './handling/examine-case.ts';
import { acceptCase } from './intake/accept-case.ts';
import { archiveCase } from './result/archive-case.ts';

/**
 * One act on many cases. Each case is a transaction of its own: one that is refused says why, and keeps no other
 * from going on.
 */
export async function actOnMany(
  deps: CasesDeps,
  actor: Actor,
  { cases, act }: Batch,
  once: Once,
): Promise<{ items: BatchResult[] }> {
  const items: BatchResult[] = [];
  for (const one of cases) items.push(await actOnOne(deps, actor, one, act));
  const answer = { items };
  await deps.database.transaction(async (tx) => once.claim(tx, answer));
  return answer;
}

async function actOnOne(
  deps: CasesDeps,
  actor: Actor,
  { id, version }: Batch['cases'][number],
  act: Batch['act'],
): Promise<BatchResult> {
  try {
    const result = await perform(deps, actor, id, version, act);
    return { id, done: true, result, problem: null };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { kind, values } = error;
    const title = {
      'zh-CN': fillWords(kind.title, 'zh-CN', values),
      en: fillWords(kind.title, 'en', values),
    };
    return { id, done: false, result: null, problem: { code: kind.code, title } };
  }
}

function perform(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  version: number,
  act: Batch['act'],
): Promise<ActResult> {
  switch (act.name) {
    case 'assign':
      return assignCase(deps, actor, id, { ...act.input, version }, noRepeat);
    case 'take':
      return takeCase(deps, actor, id, { version }, noRepeat);
    case 'accept':
      return acceptCase(deps, actor, id, { ...act.input, version }, noRepeat);
    case 'examine':
      return examineCase(deps, actor, id, { ...act.input, version }, noRepeat);
    case 'approve':
      return approveCase(deps, actor, id, { ...act.input, version }, noRepeat);
    case 'deny':
      return denyCase(deps, actor, id, { ...act.input, version }, noRepeat);
    case 'archive':
      return archiveCase(deps, actor, id, { version }, noRepeat);
  }
}
