import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import {
  type Paper,
  prefillForm,
  pruneAnswers,
  resolveRequirements,
} from '#modules/casework/matters/contract.ts';

import { type Checklist, type ChecklistPaper, permissions, type Preview } from '../../contract.ts';
import { isAfterClosing } from '../acceptance.ts';
import { loadCounting } from '../counting.ts';
import type { CasesDeps } from '../deps.ts';
import { findKnownApplicant, toKnownPerson } from '../known-applicant.ts';
import { toChecklist } from '../papers.ts';
import { findEarlierPapers, findUsable, isSamePaper, mayComeFromEarlier } from '../reuse.ts';
import type { Counting } from '../row.ts';
import { computeDeadlines } from '../rules/deadlines.ts';
import type { PaperRow } from '../tables.ts';
import { NO_FACTS, toTerms } from '../terms.ts';
import { toPaper } from '../view.ts';
import { requireActing } from '../who.ts';
import { findOffered } from './receive-at-window.ts';

const NOBODY = '00000000-0000-7000-8000-000000000000';

/** At the desk: the checklist of a party, before anything is kept. */
export async function previewIntake(
  deps: CasesDeps,
  actor: Actor,
  input: Preview,
): Promise<Checklist> {
  if (!mayAnywhere(actor, permissions.intake.name)) authorise(actor, permissions.intake.name);
  return deps.database.transaction((tx) => preview(deps, tx, actor.centreId, input));
}

/** Online: the checklist of whom the citizen acts for. */
export async function previewOwn(
  deps: CasesDeps,
  actor: Actor,
  input: Preview,
): Promise<Checklist> {
  authorise(actor, permissions.apply.name, { ownerId: actor.id });
  return deps.database.transaction(async (tx) => {
    const { partyId, personId } = await requireActing(deps, tx, actor);
    return preview(deps, tx, actor.centreId, { ...input, partyId, agentId: personId });
  });
}

async function preview(
  deps: CasesDeps,
  tx: Tx,
  centreId: number,
  input: Preview,
): Promise<Checklist> {
  const { partyId, agentId } = input;
  const counting = await loadCounting(deps, tx, centreId);
  const { today } = counting;
  const asked = { centreId, matterId: input.matterId, itemKey: input.itemKey, on: today };
  const [edition, applicant, agent] = await Promise.all([
    findOffered(deps, tx, asked),
    partyId === undefined ? undefined : findKnownApplicant(deps, tx, { centreId, partyId, today }),
    agentId === undefined || agentId === partyId
      ? undefined
      : deps.parties.findPartyInFull(tx, centreId, agentId),
  ]);
  const { item, content } = edition;
  const answers = pruneAnswers(item.questions, input.answers);
  const requirements = resolveRequirements(item, answers, input.form);
  const rows = toChecklist({ centre_id: centreId, case_id: NOBODY }, requirements);
  return {
    editionId: edition.editionId,
    matterName: content.name,
    itemName: item.name,
    questions: [...requirements.questions],
    unanswered: [...requirements.unanswered],
    papers: await listPapers(deps, tx, { centreId, partyId, today }, rows, requirements.papers),
    fees: requirements.fees.map(({ fee, amountFen }) => ({ name: fee.name, amountFen })),
    totalFen: requirements.totalFen,
    promised: requirements.promised,
    statutory: requirements.statutory,
    promisedDueOn: toPromisedDay(deps, counting, toTerms(edition, requirements)),
    toleranceAllowed: item.tolerance.allowed,
    promiseAllowed: item.commitment.allowed && content.promiseExcluded === 'none',
    promiseText: item.commitment.promise ?? null,
    prefilled: prefillForm(item.form, {
      applicant,
      agent: agent && toKnownPerson(agent),
      today,
    }),
  };
}

function toPromisedDay(
  deps: CasesDeps,
  { calendar, settings, today }: Counting,
  terms: ReturnType<typeof toTerms>,
): string | null {
  const facts = {
    ...NO_FACTS,
    acceptedOn: today,
    receivedLate: isAfterClosing(deps, { settings }),
  };
  const { current } = computeDeadlines(
    { facts, terms, stage: 'decision' },
    calendar,
    today,
    settings,
  );
  return current?.dueOn ?? null;
}

/** Each paper with the licences in force and the earlier papers that can stand in for it. */
async function listPapers(
  deps: CasesDeps,
  tx: Tx,
  owner: { centreId: number; partyId: string | undefined; today: string },
  rows: readonly PaperRow[],
  asked: ReadonlyArray<{ readonly paper: Paper }>,
): Promise<ChecklistPaper[]> {
  const { centreId, partyId, today } = owner;
  const earlier = partyId === undefined ? [] : await findEarlierPapers(deps, tx, centreId, partyId);
  return Promise.all(
    rows.map(async (row, index) => {
      const paper = asked[index]?.paper;
      const licences =
        partyId === undefined
          ? []
          : await findUsable(deps, tx, { centreId, partyId, today }, row.licence_kind);
      return {
        ...toPaper(row),
        acceptStandards: [...(paper?.acceptStandards ?? [])],
        form: paper?.form ?? '',
        reusable: [
          ...licences.map((one) => ({
            source: 'licence' as const,
            licenceId: one.licenceId,
            caseId: null,
            title: `${one.name['zh-CN']} ${one.number}`,
            validTo: one.validUntil,
            trust: one.trust,
          })),
          ...earlier
            .filter((one) => mayComeFromEarlier(paper) && isSamePaper(one, row))
            .slice(0, 3)
            .map((one) => ({
              source: 'earlier-case' as const,
              licenceId: null,
              caseId: one.case_id,
              title: one.case_no,
              validTo: null,
              trust: 'B' as const,
            })),
        ],
      };
    }),
  );
}
