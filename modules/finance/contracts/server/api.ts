import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { Fen } from '#kernel/money/fen.ts';

import {
  type MeteredContract,
  type MeteredEvent,
  NOTHING,
  type PastSettlement,
  type ProposedSettlement,
  type SettlementProgress,
  type SettlementProposal,
  type TakenOver,
  addFigures,
} from '../contract.ts';
import {
  type ChainContract,
  type ChainCost,
  type ChainEvent,
  findChainContract,
  findContractOfSettlement,
  listChainCosts,
  listChainEvents,
  sumChainEvents,
} from './chain-door.ts';
import type { ContractsDeps } from './deps.ts';
import { rebuild, toFigures } from './figures.ts';
import {
  countMetered,
  findMetered,
  findProposed,
  proposeSettlement,
  uncountMetered,
} from './metered.ts';
import { listProjectYears, type ProjectMoney } from './project-money.ts';
import { listLines, sumLegs } from './repository.ts';
import { findTakenOver, takeOverSettlement } from './take-over.ts';

/** What a project may spend in a year and what was paid of it, now. */
export interface ProjectProgress {
  readonly limitFen: Fen;
  readonly paidFen: Fen;
}

/** What other modules may ask of contracts. None of these asks a permission: the caller authorised its act. */
export interface ContractsApi {
  /**
   * Hands operational events to whatever metered contract pays for their kind, in the caller's transaction. An event that was
   * handed over before stays as it is.
   */
  count(tx: Tx, actor: Actor, events: readonly MeteredEvent[]): void;
  /** Takes events back that no settlement has or asks for; refuses those that one has. Unknown keys are nothing to take back. */
  uncount(tx: Tx, actor: Actor, eventType: string, keys: readonly string[]): Promise<void>;
  /** The running contract that pays for such events on a day; with several the one signed last. */
  findMeteredContract(
    db: Db,
    centreId: number,
    of: { readonly eventType: string; readonly onDay: Day; readonly creditCode?: string },
  ): Promise<MeteredContract | undefined>;
  /**
   * Makes the settlement of what was done and hands it to the checker, with the actor as its maker. Refuses another price than
   * the contract's, what is settled or asked for already, and more than the contract has left. Takes numbers: call it last.
   */
  proposeSettlement(
    tx: Tx,
    actor: Actor,
    proposal: SettlementProposal,
  ): Promise<ProposedSettlement>;
  /** Records a settlement of before this software, with its payment; refuses who may not take over contracts, and more than the contract has left. */
  takeOverSettlement(tx: Tx, actor: Actor, past: PastSettlement): Promise<TakenOver>;
  /** How far a proposed settlement has come; one that was taken over is found by its own id. */
  findSettlement(
    db: Db,
    centreId: number,
    documentId: string,
  ): Promise<SettlementProgress | undefined>;
  /** What a project of a year may spend, and what was paid: now, or at the end of a day. */
  getProgress(
    db: Db,
    centreId: number,
    project: { readonly year: number; readonly code: string; readonly onDay?: Day },
  ): Promise<ProjectProgress>;
  /** Every project of a year, or one of them over all years, with its figures, contracts and forecasts. */
  listProjectYears(
    db: Db,
    centreId: number,
    of: { readonly year?: number; readonly code?: string },
  ): Promise<readonly ProjectMoney[]>;
  /** A contract with its settlements and payments, for those who follow the money. */
  findChainContract(
    db: Db,
    centreId: number,
    contractId: string,
  ): Promise<ChainContract | undefined>;
  /** Under which contract a settlement was made. */
  findContractOfSettlement(
    db: Db,
    centreId: number,
    settlementId: string,
  ): Promise<string | undefined>;
  /** What a settlement was counted from, by day and key, after one of them. */
  listChainEvents(
    db: Db,
    centreId: number,
    settlementId: string,
    page: {
      readonly after: readonly [day: string, key: string] | undefined;
      readonly limit: number;
    },
  ): Promise<ChainEvent[]>;
  sumChainEvents(
    db: Db,
    centreId: number,
    settlementId: string,
  ): Promise<{ readonly events: number; readonly quantity: number }>;
  /** What things cost that were counted under some keys; unknown keys are left out. */
  listChainCosts(db: Db, centreId: number, keys: readonly string[]): Promise<ChainCost[]>;
}

export function createApi(deps: ContractsDeps): ContractsApi {
  return {
    count: countMetered,
    uncount: uncountMetered,
    findMeteredContract: findMetered,
    proposeSettlement: (tx, actor, proposal) => proposeSettlement(deps, tx, actor, proposal),
    takeOverSettlement: (tx, actor, past) => takeOverSettlement(deps, tx, actor, past),
    findSettlement: async (db, centreId, id) =>
      (await findProposed(db, centreId, id)) ?? findTakenOver(db, centreId, id),
    getProgress: async (db, centreId, { year, code, onDay }) => {
      const lines = await listLines(db, centreId, year);
      const then = onDay === undefined ? undefined : rebuild(await sumLegs(db, centreId, onDay));
      const own = lines
        .filter((line) => line.project_code === code)
        .map((line) =>
          then === undefined ? toFigures(line) : (then.get(line.line_id) ?? NOTHING),
        );
      const { approvedFen, adjustedFen, buckets } = addFigures(own);
      return { limitFen: approvedFen + adjustedFen, paidFen: buckets.paid };
    },
    findChainContract,
    findContractOfSettlement,
    listChainEvents,
    sumChainEvents,
    listChainCosts,
    listProjectYears: (db, centreId, of) => listProjectYears(deps, db, centreId, of),
  };
}
