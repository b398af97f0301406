import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Claim, type Entitlement, type OwnSet, problems } from '../../contract.ts';
import { lockForAct } from '../act.ts';
import { claimSet } from '../claim-set.ts';
import type { SealsDeps } from '../deps.ts';
import { withdraw } from '../desk/handle-set.ts';
import { findFirm, judge } from '../open-set.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { SetRow } from '../tables.ts';
import { loadAround, toOwnSet } from '../view.ts';
import { requireOwn } from './acting.ts';

const NOT_A_FIRM: Entitlement = {
  firmName: '',
  mayClaim: false,
  claimUntil: null,
  reason: {
    'zh-CN': '免费刻章面向企业：请切换为代表企业登录。',
    en: 'Free seals are for firms: sign in for your firm.',
  },
};

/** The set of one's firm; and whether there is one to claim, with the reason when there is none. */
export async function listOwnSets(
  deps: SealsDeps,
  actor: Actor,
): Promise<{ items: OwnSet[]; entitlement: Entitlement }> {
  const { db } = deps.database;
  const { partyId } = await requireOwn(deps, db, actor);
  const [rows, entitlement] = await Promise.all([
    repository.listOfParty(db, actor.centreId, partyId),
    findEntitlement(deps, db, actor.centreId, partyId),
  ]);
  return { items: await toViews(deps, db, actor.centreId, rows), entitlement };
}

async function findEntitlement(
  deps: SealsDeps,
  db: Db,
  centreId: number,
  partyId: string,
): Promise<Entitlement> {
  const settings = await readSettings(db, centreId);
  const firm = await findFirm(deps, db, centreId, partyId, settings);
  if (firm === undefined) return NOT_A_FIRM;
  const { refusal, until } = await judge(deps, db, centreId, firm, settings);
  const fill = (words: string): string =>
    words.replaceAll(/\{(\w+)\}/g, (_, name: string) => refusal?.values[name] ?? '');
  return {
    firmName: firm.name,
    mayClaim: refusal === undefined,
    claimUntil: until ?? null,
    reason:
      refusal === undefined
        ? null
        : {
            'zh-CN': fill(refusal.kind.title['zh-CN']),
            en: fill(refusal.kind.title.en),
          },
  };
}

async function toViews(
  deps: SealsDeps,
  db: Db,
  centreId: number,
  rows: readonly SetRow[],
): Promise<OwnSet[]> {
  const [around, steps] = await Promise.all([
    loadAround(deps, db, centreId),
    repository.listSteps(
      db,
      centreId,
      rows.map((row) => row.set_id),
    ),
  ]);
  return rows.map((row) =>
    toOwnSet(
      deps,
      row,
      steps.filter((step) => step.set_id === row.set_id),
      around,
    ),
  );
}

async function toView(deps: SealsDeps, db: Db, row: SetRow): Promise<OwnSet> {
  return orNotFound((await toViews(deps, db, row.centre_id, [row])).at(0));
}

export async function claimOwn(
  deps: SealsDeps,
  actor: Actor,
  claim: Claim,
  once: Once,
): Promise<OwnSet> {
  return deps.database.transaction(async (tx) => {
    const { partyId } = await requireOwn(deps, tx, actor);
    const settings = await readSettings(tx, actor.centreId);
    const firm = await findFirm(deps, tx, actor.centreId, partyId, settings);
    if (firm === undefined) throw new ProblemError(problems.notLinked);
    const view = await toView(deps, tx, await claimSet({ deps, tx, actor }, firm, claim));
    once.claim(tx, view);
    return view;
  });
}

export async function withdrawOwn(
  deps: SealsDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<OwnSet> {
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const { partyId } = await requireOwn(deps, tx, actor);
    const found = await repository.findSet(tx, actor.centreId, id);
    // Another's is not found, so that nobody learns that it exists.
    orNotFound(found?.party_id === partyId ? found : undefined);
    const row = await lockForAct(doing, id, 'withdraw', version);
    const view = await toView(deps, tx, withdraw(doing, row, ''));
    once.claim(tx, view);
    return view;
  });
}
