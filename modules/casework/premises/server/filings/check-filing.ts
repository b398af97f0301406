import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type CheckPoint,
  type Filing,
  type Ground,
  groundWords,
  permissions,
  type ReturnReason,
} from '../../contract.ts';
import type { PremisesDeps } from '../deps.ts';
import { dropUnits } from '../repository-units.ts';
import { readSettings } from '../settings.ts';
import { loadTowns, mayCheckFor } from '../towns.ts';
import { actOnFiling, type FilingStep } from './act-on-filing.ts';
import { fileVersion } from './file-version.ts';

type Asked = { readonly id: string; readonly version: number };

/** Refuses who does not check for the town in which it lies. */
const forTown: FilingStep['allow'] = async ({ deps, tx, actor }, row) => {
  const towns = await loadTowns(deps, tx, actor.centreId);
  if (!mayCheckFor(actor, towns, row.town)) throw new ProblemError(commonProblems.forbidden);
};

/** Refuses who does not belong to the department that files. */
export async function authoriseRegulator(deps: PremisesDeps, db: Db, actor: Actor): Promise<void> {
  const [directory, { regulatorCode }] = await Promise.all([
    deps.organisation.loadDirectory(db, actor.centreId),
    readSettings(db, actor.centreId),
  ]);
  const departmentId = directory.departments.byCode.get(regulatorCode)?.id;
  authorise(actor, permissions.decide.name, { departmentId });
}

const byRegulator: FilingStep['allow'] = ({ deps, tx, actor }) =>
  authoriseRegulator(deps, tx, actor);

export const takeFiling = (deps: PremisesDeps, actor: Actor, { id, version }: Asked, once: Once) =>
  actOnFiling(deps, actor, { act: 'take', id, version, allow: forTown }, once);

/** 初核通过: every point was looked at. Whoever passes it on cannot file it too. */
export const passFiling = (
  deps: PremisesDeps,
  actor: Actor,
  {
    id,
    version,
    points,
    reason,
  }: Asked & { readonly points: readonly CheckPoint[]; reason: string },
  once: Once,
): Promise<Filing> =>
  actOnFiling(
    deps,
    actor,
    {
      act: 'pass',
      id,
      version,
      allow: forTown,
      typed: { points },
      reason,
      change: () => ({ points, town_checked_by: actor.id }),
    },
    once,
  );

const returning =
  (allow: FilingStep['allow']) =>
  (
    deps: PremisesDeps,
    actor: Actor,
    { id, version, reasons }: Asked & { readonly reasons: readonly ReturnReason[] },
    once: Once,
  ): Promise<Filing> =>
    actOnFiling(
      deps,
      actor,
      {
        act: 'return',
        id,
        version,
        allow: async (work, row, carrier) => {
          await allow(work, row, carrier);
          // Each returns what lies with it, and nothing that lies with the other.
          const isWithTown = row.stage === 'town-check';
          if (isWithTown !== (allow === forTown) && row.stage !== 'submitted')
            throw new ProblemError(commonProblems.forbidden);
        },
        typed: { reasons },
        change: (row) => ({
          returns: [
            ...row.returns,
            {
              at: deps.clock.now().toISOString(),
              byName: actor.name,
              stage: row.stage,
              reasons: [...reasons],
              changed: [],
            },
          ],
        }),
      },
      once,
    );

export const returnByTown = returning(forTown);
export const returnByRegulator = returning(byRegulator);

/** 准予备案: number, version n+1, units and their snapshots. */
export const fileFiling = (deps: PremisesDeps, actor: Actor, { id, version }: Asked, once: Once) =>
  actOnFiling(
    deps,
    actor,
    { act: 'file', id, version, allow: byRegulator, change: fileVersion },
    once,
  );

interface Stopping extends Asked {
  readonly ground: Ground;
  readonly reason: string;
}

const sayGround = ({ ground, reason }: Stopping) => `${groundWords[ground]['zh-CN']}：${reason}`;

export const suspendFiling = (deps: PremisesDeps, actor: Actor, asked: Stopping, once: Once) =>
  actOnFiling(
    deps,
    actor,
    {
      act: 'suspend',
      ...asked,
      allow: byRegulator,
      change: () => ({ standing_ground: asked.ground, standing_reason: sayGround(asked) }),
    },
    once,
  );

export const resumeFiling = (
  deps: PremisesDeps,
  actor: Actor,
  asked: Asked & { readonly reason: string },
  once: Once,
) =>
  actOnFiling(
    deps,
    actor,
    {
      act: 'resume',
      ...asked,
      allow: byRegulator,
      change: () => ({ standing_ground: null, standing_reason: '' }),
    },
    once,
  );

/** 撤销: its addresses are free for another filing; what cases cite stays readable. */
export const revokeFiling = (deps: PremisesDeps, actor: Actor, asked: Stopping, once: Once) =>
  actOnFiling(
    deps,
    actor,
    {
      act: 'revoke',
      ...asked,
      allow: byRegulator,
      change: (row, _loaded, { tx }) => {
        dropUnits(tx, row.centre_id, row.filing_id);
        return {
          draft: null,
          standing_ground: asked.ground,
          standing_reason: sayGround(asked),
        };
      },
    },
    once,
  );
