import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { noRepeat } from '#kernel/http/idempotency.ts';
import type { Words } from '#kernel/problems/contract.ts';
import type { ListHolds } from '#modules/registry/parties/index.ts';

import type {
  ActResult,
  CaseState,
  Channel,
  Deliver,
  DeliveryWish,
  Dispatch,
  Light,
  OutcomeCode,
} from '../contract.ts';
import { documentWords } from '../contract/documents.ts';
import { openApplication } from './application.ts';
import type { CasesDeps } from './deps.ts';
import { type Signable, readForSigning } from './documents/read-for-signing.ts';
import { listDocuments } from './documents/repository-documents.ts';
import { forgetDraftFiles } from './own/drafts.ts';
import * as parts from './repository-parts.ts';
import { type CaseSum, type SumBy, sumCases, type SumOf } from './repository-sums.ts';
import * as repository from './repository.ts';
import { deliverResult, dispatchResult, takeBackResult } from './result/deliver-result.ts';
import { toEntry } from './row.ts';
import type { CaseEntry, CaseFile } from './rules/case-file.ts';
import type { CaseRow } from './tables.ts';

/** A case as other modules know it: ids and names of matters, nothing personal. */
export interface CaseRef {
  readonly id: string;
  readonly caseNo: string;
  readonly state: CaseState;
  readonly outcome: OutcomeCode | null;
  readonly light: Light;
  readonly matterId: string;
  readonly matterName: CaseFile['matterName'];
  readonly itemName: CaseFile['itemName'];
  readonly departmentId: string | null;
  readonly windowId: string | null;
  readonly handlerId: string | null;
  readonly partyId: string;
  readonly agentId: string | null;
  readonly ticketId: string | null;
  readonly licenceId: string | null;
  readonly channel: Channel;
  readonly siteId: string | null;
  /** Credit code of whoever decides. */
  readonly authorityCode: string;
  readonly resultName: CaseFile['matterName'];
  /** Whether the matter lets its result be sent. */
  readonly offersCourier: boolean;
  readonly version: number;
}

/** A paper (文书) of a case by name and number. */
export interface PaperGiven {
  readonly documentId: string;
  readonly name: Words;
  readonly number: string;
  readonly at: Date;
}

/** What other modules may ask. */
export interface CasesApi {
  findCase(db: Db, centreId: number, caseId: string): Promise<CaseRef | undefined>;
  findCaseByNo(db: Db, centreId: number, caseNo: string): Promise<CaseRef | undefined>;
  /** Every step, for papers, statistics and exchange. */
  listEntries(db: Db, centreId: number, caseId: string): Promise<CaseEntry[]>;
  /** 送达 by the courier’s own record (tracking state 3) or a signature; refuses like the route does. */
  deliver(actor: Actor, caseId: string, proof: Deliver): Promise<ActResult>;
  /** 寄出 with a courier, and 退回: back to be collected or sent again. */
  dispatch(actor: Actor, caseId: string, sent: Dispatch): Promise<ActResult>;
  comeBack(
    actor: Actor,
    caseId: string,
    back: Dispatch & { readonly reason: string },
  ): Promise<ActResult>;
  /** How the applicant wants the result. Opens the sealed form: for whoever sends it alone. */
  findDelivery(db: Db, centreId: number, caseId: string): Promise<DeliveryWish | undefined>;
  /**
   * What somebody signs on the screen of a window: the text of a paper of the case, or with no paper the receipt for
   * its result. Refuses whoever may not see the case.
   */
  readForSigning(
    db: Db,
    actor: Actor,
    caseId: string,
    documentId: string | null,
  ): Promise<Signable>;
  /** Whether anything of a party is still being handled: its data is needed. */
  hasOpenCase(db: Db | Tx, centreId: number, partyId: string): Promise<boolean>;
  /** Takes files that were destroyed out of the drafts of a person acting for a party. */
  forgetDraftFiles(
    tx: Tx,
    owner: { readonly centreId: number; readonly partyId: string; readonly personId: string },
    fileIds: readonly string[],
  ): Promise<void>;
  /** Papers (文书) that were given out in a case, the first first. */
  listPapersGiven(db: Db, centreId: number, caseId: string): Promise<PaperGiven[]>;
  /** What came in, was accepted and was decided in a time, by day, hour, window, clerk (account) or matter. */
  sumCases(db: Db, centreId: number, of: SumOf, by: SumBy): Promise<CaseSum[]>;
  /** Port of the register: an open case keeps the data of its applicant. */
  readonly listHolds: ListHolds;
}

const toRef = (row: CaseRow): CaseRef => ({
  id: row.case_id,
  caseNo: row.case_no,
  state: row.state,
  outcome: row.body.outcome,
  light: row.light,
  matterId: row.matter_id,
  matterName: row.body.matterName,
  itemName: row.body.itemName,
  departmentId: row.department_id,
  windowId: row.window_id,
  handlerId: row.handler_id,
  partyId: row.party_id,
  agentId: row.body.agentId,
  ticketId: row.body.ticketId,
  licenceId: row.body.licenceId,
  channel: row.body.channel,
  siteId: row.body.siteId,
  authorityCode: row.body.terms.authority.creditCode,
  resultName: row.body.terms.resultName,
  offersCourier: row.body.terms.delivery.includes('courier'),
  version: row.version,
});

const orUndefined = (row: CaseRow | undefined) => (row === undefined ? undefined : toRef(row));

/** Nobody knows the day on which an open case ends. */
const NO_END = '9999-12-31';

export function createCasesApi(deps: CasesDeps): CasesApi {
  const hasOpenCase: CasesApi['hasOpenCase'] = async (db, centreId, partyId) =>
    parts.hasOpenCase(db, centreId, await deps.parties.listPartyIds(db, centreId, partyId));
  return {
    findCase: async (db, centreId, caseId) =>
      orUndefined(await repository.findCase(db, centreId, caseId)),
    findCaseByNo: async (db, centreId, caseNo) =>
      orUndefined(await repository.findCaseByNo(db, centreId, caseNo)),
    listEntries: async (db, centreId, caseId) =>
      (await repository.listEvents(db, centreId, caseId)).map(toEntry),
    deliver: (actor, caseId, proof) => deliverResult(deps, actor, caseId, proof, noRepeat),
    dispatch: (actor, caseId, sent) => dispatchResult(deps, actor, caseId, sent, noRepeat),
    comeBack: (actor, caseId, back) => takeBackResult(deps, actor, caseId, back, noRepeat),
    findDelivery: async (db, centreId, caseId) => {
      const row = await repository.findCase(db, centreId, caseId);
      const form = row && (await repository.findForm(db, centreId, caseId, row.body.formNo));
      return form && openApplication(deps.cipher, form).delivery;
    },
    readForSigning: (db, actor, caseId, documentId) =>
      readForSigning(deps, db, actor, { caseId, documentId }),
    hasOpenCase,
    sumCases,
    listPapersGiven: async (db, centreId, caseId) =>
      (await listDocuments(db, centreId, caseId))
        .map(({ document_id: documentId, kind, number, issued_at: at }) => ({
          documentId,
          name: documentWords[kind],
          number,
          at,
        }))
        .toReversed(),
    forgetDraftFiles: (tx, owner, fileIds) => forgetDraftFiles(deps, tx, owner, fileIds),
    listHolds: async (db, centreId, partyId) =>
      (await hasOpenCase(db, centreId, partyId))
        ? [{ until: NO_END, reason: { 'zh-CN': '有办件尚未办结', en: 'A case is still open' } }]
        : [],
  };
}
