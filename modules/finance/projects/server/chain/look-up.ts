import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { CaseRef } from '#modules/casework/cases/index.ts';
import type { ChainCost } from '#modules/finance/contracts/index.ts';
import type { VisitRef } from '#modules/hall/queue/index.ts';

import { type CostsAsked, type CostsOf, permissions, problems } from '../../contract.ts';
import type { ProjectsDeps } from '../deps.ts';
import { sumFen } from './checks.ts';
import { describeThings, listKeysOf } from './things.ts';

interface Found {
  readonly cases: readonly CaseRef[];
  readonly visit: VisitRef | undefined;
}

/** The visit and its cases, from either of them. */
async function find(
  { cases, queue }: ProjectsDeps,
  db: Db,
  centreId: number,
  { caseNo, ticketId }: CostsAsked,
): Promise<Found> {
  const asked = caseNo === undefined ? undefined : await cases.findCaseByNo(db, centreId, caseNo);
  const ticket = ticketId ?? asked?.ticketId ?? undefined;
  const visit = ticket === undefined ? undefined : await queue.findVisit(db, centreId, ticket);
  if (asked !== undefined) return { cases: [asked], visit };
  if (visit === undefined)
    throw new ProblemError(problems.nothingSuch, { text: caseNo ?? ticketId ?? '' });
  const found: CaseRef[] = [];
  for (const id of visit.caseIds) {
    const one = await cases.findCase(db, centreId, id);
    if (one !== undefined) found.push(one);
  }
  return { cases: found, visit };
}

/** What was done for a case or a visit and what each of it cost, up to the project that pays. */
export async function getCosts(
  deps: ProjectsDeps,
  actor: Actor,
  asked: CostsAsked,
): Promise<CostsOf> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const { cases, visit } = await find(deps, db, centreId, asked);
  const keys = await listKeysOf(deps, db, centreId, cases);
  const costs = await deps.contracts.listChainCosts(
    db,
    centreId,
    keys.map(({ key }) => key),
  );
  const byKey = new Map(costs.map((cost) => [cost.key, cost]));
  const today = localDay(deps.clock.now());
  const things = await describeThings(
    deps,
    centreId,
    keys.map(({ key, eventType, day }) => {
      const cost = byKey.get(key);
      return {
        key,
        eventType,
        day: cost?.day ?? day ?? today,
        quantity: cost?.quantity ?? 0,
        amountFen: cost?.amountFen ?? null,
      };
    }),
  );
  const paid = costs.filter(({ state }) => state === 'paid');
  return {
    cases: cases.map(({ id, caseNo, matterName }) => ({
      id,
      caseNo,
      matter: matterName.zh,
      ticketNo: visit?.number ?? '',
    })),
    ticketNo: visit?.number ?? '',
    ticketDay: visit?.day ?? null,
    things: things.map((thing) => ({ ...thing, ...paidBy(byKey.get(thing.key)) })),
    total: toYuanText(sumFen(costs.map(({ amountFen }) => amountFen ?? 0n))),
    paid: toYuanText(sumFen(paid.map(({ amountFen }) => amountFen ?? 0n))),
  };
}

const NO_CONTRACT = {
  contractId: null,
  contractNumber: '',
  projectCode: '',
  projectName: '',
  year: null,
} as const;

/** Under which contract a thing is paid, and how far that has come. */
function paidBy(cost: ChainCost | undefined) {
  if (cost === undefined) return { state: 'free' as const, settlementId: null, ...NO_CONTRACT };
  const { state, settlementId, contract } = cost;
  if (contract === null) return { state, settlementId, ...NO_CONTRACT };
  const { contractId, number: contractNumber, projectCode, projectName, year } = contract;
  return { state, settlementId, contractId, contractNumber, projectCode, projectName, year };
}
