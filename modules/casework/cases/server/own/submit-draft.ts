import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import {
  pruneAnswers,
  pruneValues,
  resolveRequirements,
} from '#modules/casework/matters/contract.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import { type DraftInput, problems, type Receipt } from '../../contract.ts';
import { isAfterClosing } from '../acceptance.ts';
import { loadCounting } from '../counting.ts';
import type { CasesDeps } from '../deps.ts';
import { findAddressed } from '../documents/issue-documents.ts';
import { beginCases, findOffered } from '../intake/receive-at-window.ts';
import type { Opening } from '../open-case.ts';
import { handIn, toChecklist } from '../papers.ts';
import { placesOf } from '../places.ts';
import { fillPremises } from '../premises.ts';
import * as parts from '../repository-parts.ts';
import { requireComplete } from '../require-complete.ts';
import { settleReuse } from '../reuse.ts';
import type { Counting } from '../row.ts';
import { NO_FACTS, toMatterOf, toTerms } from '../terms.ts';
import { toReceipt } from '../view.ts';
import { openDraft, ownerOf } from './drafts.ts';
import { routeToWindow } from './route-to-window.ts';

/**
 * 提交: the draft becomes a case, once however often it is sent. The papers reach the authority now, so the five
 * days of art. 32 begin with the submission; the receipt says when they end.
 */
export async function submitDraft(
  deps: CasesDeps,
  actor: Actor,
  draftId: string,
  version: number,
  once: Once,
): Promise<Receipt> {
  return deps.database.transaction(async (tx) => {
    const { centreId } = actor;
    const owner = await ownerOf(deps, tx, actor);
    const draft = await parts.lockDraft(tx, centreId, owner, draftId);
    if (draft === undefined) throw new ProblemError(problems.draftGone);
    requireVersion(draft, version);
    const input = openDraft(deps, draft);
    const counting = await loadCounting(deps, tx, centreId);
    const agentId = owner.person_id === owner.party_id ? null : owner.person_id;
    const [edition, applicant, addressed] = await Promise.all([
      findOffered(deps, tx, { ...input, centreId, on: counting.today }),
      deps.parties.findPartySummary(tx, centreId, owner.party_id),
      findAddressed(deps, tx, centreId, { partyId: owner.party_id, agentId }),
    ]);
    if (applicant === undefined || applicant.verification === 'none')
      throw new ProblemError(problems.notIdentified);
    const id = newId(deps.clock);
    const asked = { centreId, id, partyId: owner.party_id };
    const typed = pruneForm(input, edition);
    const whose = { centreId, partyId: owner.party_id, caseId: id };
    const form = await fillPremises(deps, tx, whose, edition.item.form, typed);
    const { application, checklist, requirements } = toParts({ ...input, form }, edition, asked);
    const papers = await settleReuse(
      deps,
      tx,
      { ...asked, today: counting.today, asked: edition.item.papers },
      handIn(checklist, input.papers, false),
    );
    requireComplete(application, edition, papers, counting.today);
    const { departmentCode } = toMatterOf(edition);
    const departmentId = await placesOf(deps).findDepartmentId(tx, centreId, departmentCode);
    const routed = await routeToWindow(deps, tx, edition, { centreId, caseId: id, departmentId });
    const opening: Opening = {
      id,
      act: 'submit',
      birth: {
        ...toMatterOf(edition),
        departmentId,
        channel: actor.atDevice === undefined ? 'online' : 'kiosk',
        partyId: owner.party_id,
        terms: toTerms(edition, requirements),
        facts: factsOf(deps, counting),
        submittedAt: deps.clock.now().toISOString(),
      },
      more: { ...routed, accountId: actor.id, agentId },
      application,
      papers,
      edition,
      counting,
    };
    const [row] = await beginCases({ deps, tx, actor }, [{ opening, addressed }]);
    parts.deleteDraft(tx, draft);
    const receipt = toReceipt(orNotFound(row), counting);
    once.claim(tx, receipt);
    return receipt;
  });
}

const factsOf = (deps: CasesDeps, counting: Counting) => ({
  ...NO_FACTS,
  receivedOn: counting.today,
  receivedLate: isAfterClosing(deps, counting),
});

const pruneForm = (input: DraftInput, { item }: EditionItem) =>
  pruneValues(item.form, pruneAnswers(item.questions, input.answers), input.form);

function toParts(
  input: DraftInput,
  { item }: EditionItem,
  { centreId, id }: { readonly centreId: number; readonly id: string },
) {
  const answers = pruneAnswers(item.questions, input.answers);
  const form = pruneValues(item.form, answers, input.form);
  const requirements = resolveRequirements(item, answers, form);
  return {
    requirements,
    application: { answers, form, delivery: input.delivery },
    checklist: toChecklist({ centre_id: centreId, case_id: id }, requirements),
  };
}
