import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import {
  pruneAnswers,
  pruneValues,
  resolveRequirements,
} from '#modules/casework/matters/contract.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import { type Intake, permissions, problems, type Receipt } from '../../contract.ts';
import { isAfterClosing, toAccepted } from '../acceptance.ts';
import { loadCounting } from '../counting.ts';
import type { CasesDeps } from '../deps.ts';
import { type Addressed, findAddressed } from '../documents/issue-documents.ts';
import { type Beginning, type NextStep, openCases, type Opening } from '../open-case.ts';
import { handIn, toChecklist } from '../papers.ts';
import { placesOf } from '../places.ts';
import { fillPremises, keepPremises } from '../premises.ts';
import { keepEvidence, keepFormFiles, settleReuse } from '../reuse.ts';
import type { Counting } from '../row.ts';
import { requireLawful } from '../rules/decide-act.ts';
import type { CaseRow } from '../tables.ts';
import { NO_FACTS, toMatterOf, toTerms } from '../terms.ts';
import { toReceipt } from '../view.ts';
import type { Work } from '../work.ts';

/**
 * 收件: a case from everything of one visit, and 受理 at once when asked to. What is incomplete can be received,
 * to be corrected within five working days; it cannot be accepted. A repeat with the same key gives the same receipt.
 */
export async function receiveAtWindow(
  deps: CasesDeps,
  actor: Actor,
  input: Intake,
  once: Once,
): Promise<Receipt> {
  return deps.database.transaction(async (tx) => {
    // Asked for with the rest, in one round trip; looked at only once the clerk may.
    const asked = lookUp(deps, tx, actor, input);
    asked.catch(() => undefined);
    const counting = await authoriseIntake(deps, tx, actor, input);
    const work = { deps, tx, actor };
    const beginning = await prepareOne(work, input, { ...(await asked), counting });
    const [row] = await beginCases(work, [beginning]);
    const receipt = toReceipt(orNotFound(row), counting);
    once.claim(tx, receipt);
    return receipt;
  });
}

/** Refuses a clerk of another window, site or department; reads what every intake needs. */
export async function authoriseIntake(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  { windowId }: Pick<Intake, 'windowId'>,
): Promise<Counting> {
  const [siteId, counting] = await Promise.all([
    placesOf(deps).findSiteId(tx, actor.centreId, windowId),
    loadCounting(deps, tx, actor.centreId),
  ]);
  authorise(actor, permissions.intake.name, { windowId, siteId });
  return counting;
}

type Asked = Pick<Intake, 'matterId' | 'itemKey' | 'partyId' | 'agentId'>;

interface LookedUp {
  readonly edition: EditionItem;
  readonly addressed: Addressed;
}

/** The matter as it is offered today, and who applies. */
export async function lookUp(
  deps: CasesDeps,
  tx: Tx,
  { centreId }: Pick<Actor, 'centreId'>,
  { matterId, itemKey, ...applicant }: Asked,
): Promise<LookedUp> {
  const on = localDay(deps.clock.now());
  const [edition, addressed] = await Promise.all([
    findOffered(deps, tx, { centreId, matterId, itemKey, on }),
    findAddressed(deps, tx, centreId, applicant),
  ]);
  return { edition, addressed };
}

/** Of a bundle: what its part is. */
export type Part = Pick<Opening['more'], 'kind' | 'parentId' | 'isPrerequisite' | 'bundleId'>;

/** One case of a visit, ready to begin. */
export async function prepareOne(
  work: Work,
  input: Intake,
  of: LookedUp & { readonly counting: Counting; readonly part?: Part },
): Promise<Beginning> {
  const { deps, actor } = work;
  const { edition, addressed, counting, part = {} } = of;
  if (addressed.applicant === undefined) throw new ProblemError(problems.partyUnknown);
  await requireAgent(work, input, edition, counting.today);
  const opening = await toOpening(work, input, { edition, counting, part });
  const accept = input.accept;
  const next: NextStep | undefined =
    accept &&
    ((around, paperRows) => {
      authorise(actor, permissions.accept.name, {
        windowId: input.windowId,
        siteId: around.file.siteId,
        departmentId: around.file.departmentId,
      });
      requireLawful('accept', around, accept);
      const {
        changes = {},
        papers = paperRows,
        detail = {},
      } = toAccepted(deps, { around, paperRows }, accept);
      return { act: 'accept', changes, papers, detail };
    });
  return { opening, next, addressed };
}

/** Begins cases, and keeps what was handed in for them. */
export async function beginCases(work: Work, beginnings: readonly Beginning[]): Promise<CaseRow[]> {
  const { deps, tx, actor } = work;
  const rows = await openCases(deps, tx, actor, beginnings);
  for (const [index, row] of rows.entries()) {
    const { papers = [], edition, application, more } = beginnings[index]?.opening ?? {};
    const hangsOn = more?.parentId;
    const key = { caseId: row.case_id, caseNumber: row.case_no, hangsOn };
    await keepEvidence(work, key, [], papers);
    if (edition === undefined || application === undefined) continue;
    const { form } = edition.item;
    const values = { before: {}, after: application.form };
    await keepFormFiles(work, hangsOn ?? row.case_id, form, values);
    await keepPremises(work, toUse(row), form, values);
  }
  return rows;
}

const toUse = ({ case_id, case_no, party_id, body }: CaseRow) => ({
  caseId: case_id,
  caseNumber: case_no,
  partyId: party_id,
  matterName: body.matterName,
});

/** The matter as it is offered today. */
export async function findOffered(
  { matters }: CasesDeps,
  tx: Tx,
  asked: { centreId: number; matterId: string; itemKey: string; on: string },
): Promise<EditionItem> {
  const found = await matters.findCurrent(tx, asked);
  if (found?.item === undefined) throw new ProblemError(problems.matterUnknown);
  return { ...found, item: found.item };
}

async function requireAgent(
  { deps: { parties }, tx, actor: { centreId } }: Work,
  { partyId, agentId }: Asked,
  { content }: EditionItem,
  day: string,
): Promise<void> {
  if (agentId === undefined || agentId === partyId) return;
  const question = {
    principalId: partyId,
    representativeId: agentId,
    departmentCode: content.authority.departmentCode,
    day,
  };
  if (!(await parties.mayRepresent(tx, centreId, question)))
    throw new ProblemError(problems.notRepresented);
}

async function toOpening(
  { deps, tx, actor }: Work,
  input: Intake,
  of: { readonly edition: EditionItem; readonly counting: Counting; readonly part: Part },
): Promise<Opening> {
  const { edition, counting, part } = of;
  const { centreId } = actor;
  const id = newId(deps.clock);
  const answers = pruneAnswers(edition.item.questions, input.answers);
  const pruned = pruneValues(edition.item.form, answers, input.form);
  const applicant = { centreId, partyId: input.partyId, caseId: id };
  const form = await fillPremises(deps, tx, applicant, edition.item.form, pruned);
  const requirements = resolveRequirements(edition.item, answers, form);
  const checklist = toChecklist({ centre_id: centreId, case_id: id }, requirements);
  const { papers: askedFor } = edition.item;
  const owner = { centreId, partyId: input.partyId, today: counting.today, asked: askedFor };
  const places = placesOf(deps);
  const { departmentCode } = toMatterOf(edition);
  const [papers, departmentId, siteId] = await Promise.all([
    settleReuse(deps, tx, owner, handIn(checklist, input.papers, true)),
    places.findDepartmentId(tx, centreId, departmentCode),
    places.findSiteId(tx, centreId, input.windowId),
  ]);
  const now = deps.clock.now().toISOString();
  const isHere = input.proxy === undefined;
  return {
    id,
    act: isHere ? 'receive-at-window' : 'collect',
    birth: {
      ...toMatterOf(edition),
      departmentId,
      channel: isHere ? input.channel : 'proxy',
      partyId: input.partyId,
      terms: toTerms(edition, requirements, part.kind === 'child'),
      facts: isHere
        ? { ...NO_FACTS, receivedOn: counting.today, receivedLate: isAfterClosing(deps, counting) }
        : NO_FACTS,
      submittedAt: now,
    },
    more: {
      ...part,
      siteId,
      windowId: input.windowId,
      agentId: input.agentId ?? null,
      ticketId: input.ticketId ?? null,
      receivedAt: isHere ? now : null,
      proxy:
        input.proxy === undefined
          ? null
          : {
              stage: 'collected',
              collectedAt: now,
              placeName: input.proxy.placeName,
              trackingNo: '',
            },
    },
    application: { answers, form, delivery: input.delivery },
    papers,
    edition,
    counting,
  };
}
