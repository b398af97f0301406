import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import type { ListHolds } from '#modules/registry/parties/index.ts';

import type { LicenceKind, LicenceSummary } from '../contract.ts';
import { actOnLicence } from './change-state.ts';
import type { LicencesDeps } from './deps.ts';
import { licenceUsed } from './events.ts';
import { findUsable, listUsable, type UsableLicence, type UsableQuestion } from './find-usable.ts';
import type {
  ActOnLicence,
  ChangeLicence,
  IssuedLicence,
  IssueLicence,
  RenewLicence,
  ReplaceLicence,
} from './inputs.ts';
import { issueLicence } from './issue-licence.ts';
import { listHolds } from './list-holds.ts';
import { type CopyQuestion, type PrintedLicence, renderCopy } from './paper/print-licence.ts';
import { listKinds } from './repository-kinds.ts';
import * as repository from './repository.ts';
import { changeLicence, renewLicence, replaceLicence } from './succeed-licence.ts';
import { loadAround, toKind, toSummary } from './view.ts';

/**
 * What other modules may do with licences. Writes run in the caller's transaction and ask no permission: the case decided
 * and authorised them. Each takes numbers of a series, so they belong to the end of the transaction.
 */
export interface LicencesApi {
  /** Refuses an unknown or external kind, content that does not fit it, and members that are not valid. */
  issue(tx: Tx, actor: Actor, input: IssueLicence): Promise<IssuedLicence>;
  /** A new version with the same number; the one before is superseded. Refuses what is not valid now. */
  change(tx: Tx, actor: Actor, input: ChangeLicence): Promise<IssuedLicence>;
  /** Refuses before its window opens (`licences/not-in-renewal`) and what has no end. */
  renew(tx: Tx, actor: Actor, input: RenewLicence): Promise<IssuedLicence>;
  /** After a loss or damage. */
  replace(tx: Tx, actor: Actor, input: ReplaceLicence): Promise<IssuedLicence>;
  /** Suspends, resumes, revokes or cancels. Refuses a state or ground that does not fit. */
  act(tx: Tx, actor: Actor, input: ActOnLicence): Promise<void>;
  /** Licences of a party that stand for a paper on a day. */
  findUsable(db: Db, question: UsableQuestion): Promise<UsableLicence[]>;
  /** All that a party holds on a day and that was issued here, in the order of the kinds. */
  listUsable(db: Db, question: Omit<UsableQuestion, 'kind'>): Promise<UsableLicence[]>;
  /** Writes into the history that a licence stood for a paper in a case. */
  recordUse(tx: Tx, actor: Actor, use: LicenceUse): Promise<void>;
  /** The copy for the case's papers, with the words that reused papers carry. */
  renderCopy(db: Db, question: CopyQuestion): Promise<PrintedLicence>;
  /** One licence, its holder masked. Throws not found. */
  getLicence(db: Db, centreId: number, licenceId: string): Promise<LicenceSummary>;
  /** The kinds of a centre, in their order. */
  listKinds(db: Db, centreId: number): Promise<LicenceKind[]>;
  /** Port of registry/parties: what is still needed of a party's data. */
  readonly listHolds: ListHolds;
}

export interface LicenceUse {
  readonly licenceId: string;
  readonly caseId: string;
  readonly caseNumber: string;
}

export function createLicencesApi(deps: LicencesDeps): LicencesApi {
  return {
    issue: (tx, actor, input) => issueLicence(deps, tx, actor, input),
    change: (tx, actor, input) => changeLicence(deps, tx, actor, input),
    renew: (tx, actor, input) => renewLicence(deps, tx, actor, input),
    replace: (tx, actor, input) => replaceLicence(deps, tx, actor, input),
    act: (tx, actor, input) => actOnLicence(deps, tx, actor, input),
    findUsable: (db, question) => findUsable(deps, db, question),
    listUsable: (db, question) => listUsable(deps, db, question),
    recordUse: async (tx, actor, { licenceId, ...use }) => {
      const row = orNotFound(await repository.findLicence(tx, actor.centreId, licenceId));
      licenceUsed(tx, deps.clock, actor, row, use);
    },
    renderCopy: (db, question) => renderCopy(deps, db, question),
    getLicence: async (db, centreId, licenceId) => {
      const [row, around] = await Promise.all([
        repository.findLicence(db, centreId, licenceId),
        loadAround(deps, db, centreId),
      ]);
      return toSummary(orNotFound(row), around);
    },
    listKinds: async (db, centreId) => (await listKinds(db, centreId)).map(toKind),
    listHolds,
  };
}
