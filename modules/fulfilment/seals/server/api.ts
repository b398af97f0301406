import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { Delivery, SetState, Way } from '../contract.ts';
import { move, requireLawful } from './act.ts';
import type { SealsDeps } from './deps.ts';
import { finishSet } from './finish-set.ts';
import { tellFirm } from './messages.ts';
import * as chain from './repository-chain.ts';
import { countSigned } from './repository-list.ts';
import * as repository from './repository.ts';
import type { SetRow } from './tables.ts';
import { openDelivery } from './vault.ts';

/** A set as other modules know it. */
export interface SetRef {
  readonly id: string;
  readonly number: string;
  readonly state: SetState;
  readonly firmName: string;
  readonly uscc: string;
  readonly partyId: string;
  readonly caseNo: string;
  readonly licenceId: string;
  readonly makerId: string | null;
  readonly way: Way | null;
  readonly signedOn: Day | null;
  readonly version: number;
}

export interface SealsMeasure {
  readonly sets: number;
  /** Working days from the licence to the signature; null without data. */
  readonly averageDays: number | null;
  /** Share that was handed over as promised; null without data. */
  readonly withinPromise: number | null;
}

/** What other modules may do with sets. Acts run in the caller's transaction and ask no permission. */
export interface SealsApi {
  findSet(db: Db, centreId: number, setId: string): Promise<SetRef | undefined>;
  findSetByNumber(db: Db, centreId: number, number: string): Promise<SetRef | undefined>;
  listSets(db: Db, centreId: number, setIds: readonly string[]): Promise<SetRef[]>;
  /** What a case led to. */
  listOfCase(db: Db, centreId: number, caseNo: string): Promise<SetRef[]>;
  /** Where a set is to be sent; for the label only. */
  findDelivery(db: Db, centreId: number, setId: string): Promise<Delivery | null>;
  /** The courier has it. */
  send(tx: Tx, actor: Actor, setId: string, trackingNo: string): Promise<void>;
  /** The courier's record that it was signed for; a repeat changes nothing. */
  signByCourier(tx: Tx, actor: Actor, setId: string): Promise<void>;
  /** It came back. */
  takeBack(tx: Tx, actor: Actor, setId: string, note: string): Promise<void>;
  /** Figures of some days. */
  measure(
    db: Db,
    centreId: number,
    span: { readonly from: Day; readonly to: Day },
  ): Promise<SealsMeasure>;
  /** What a counted key of a contract stands for. */
  readonly keyOf: (setId: string) => string;
}

const toRef = (row: SetRow): SetRef => ({
  id: row.set_id,
  number: row.number,
  state: row.state,
  firmName: row.firm_name,
  uscc: row.uscc,
  partyId: row.party_id,
  caseNo: row.case_no,
  licenceId: row.licence_id,
  makerId: row.maker_id,
  way: row.way,
  signedOn: row.first_signed_on,
  version: row.version,
});

export function createSealsApi(deps: SealsDeps): SealsApi {
  const lock = async (tx: Tx, actor: Actor, setId: string) => ({
    doing: { deps, tx, actor },
    row: orNotFound(await repository.lockSet(tx, actor.centreId, setId)),
  });
  return {
    findSet: async (db, centreId, setId) => {
      const row = await repository.findSet(db, centreId, setId);
      return row && toRef(row);
    },
    findSetByNumber: async (db, centreId, number) => {
      const row = await chain.findByNumber(db, centreId, number);
      return row && toRef(row);
    },
    listSets: async (db, centreId, setIds) =>
      (await chain.listByIds(db, centreId, setIds)).map(toRef),
    listOfCase: async (db, centreId, caseNo) =>
      (await chain.listOfCase(db, centreId, caseNo)).map(toRef),
    findDelivery: async (db, centreId, setId) => {
      const row = await repository.findSet(db, centreId, setId);
      return row === undefined ? null : openDelivery(deps.cipher, row);
    },
    send: async (tx, actor, setId, trackingNo) => {
      const { doing, row } = await lock(tx, actor, setId);
      await requireLawful(doing, row, 'send');
      const after = move(doing, row, 'send', { changes: { tracking_no: trackingNo } });
      await tellFirm(doing, 'sent', after);
    },
    signByCourier: async (tx, actor, setId) => {
      const { doing, row } = await lock(tx, actor, setId);
      if (row.state === 'signed') return;
      await requireLawful(doing, row, 'sign');
      await finishSet(doing, row, 'sign', {});
    },
    takeBack: async (tx, actor, setId, note) => {
      const { doing, row } = await lock(tx, actor, setId);
      if (row.state === 'at-centre') return;
      await requireLawful(doing, row, 'take-back');
      move(doing, row, 'take-back', { changes: { tracking_no: '' }, note });
    },
    measure: async (db, centreId, span) => {
      const rows = await countSigned(db, centreId, span);
      const sum = (pick: (row: (typeof rows)[number]) => number) =>
        rows.reduce((total, row) => total + pick(row), 0);
      const sets = sum((row) => row.sets);
      return {
        sets,
        averageDays: sets === 0 ? null : sum((row) => row.days) / sets,
        withinPromise: sets === 0 ? null : sum((row) => row.within) / sets,
      };
    },
    keyOf: (setId) => `seals.set/${setId}`,
  };
}
