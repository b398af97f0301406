import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import {
  pruneAnswers,
  pruneValues,
  resolveRequirements,
} from '#modules/casework/matters/contract.ts';

import type { PaperInput } from '../../contract.ts';
import { type ApplicationDocument, sealApplication } from '../application.ts';
import type { CasesDeps } from '../deps.ts';
import { findFaults, type Loaded } from '../load-around.ts';
import { handIn, toChecklist } from '../papers.ts';
import { fillPremises, keepPremises, samePlaces } from '../premises.ts';
import * as repository from '../repository.ts';
import { keepEvidence, keepFormFiles, settleReuse } from '../reuse.ts';
import { toPaper } from '../view.ts';
import type { Work } from '../work.ts';

/** Papers, and a form where it was filled in anew. */
export interface HandedIn {
  readonly papers: readonly PaperInput[];
  readonly form?: Readonly<Record<string, unknown>> | undefined;
  /** A clerk judges what comes in; an applicant’s papers wait to be looked at. */
  readonly mayJudge: boolean;
}

/** The case with what was handed in put into place: the guards look at it as it would be. */
export async function putHandedIn(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  loaded: Loaded,
  { papers, form, mayJudge }: HandedIn,
): Promise<Loaded> {
  const { around, application, edition, counting } = loaded;
  const { file, today } = around;
  const typed = application && toRevised(application, edition, form);
  const revised = typed && (await withPremises({ deps, tx, actor }, loaded, typed));
  const asked =
    revised === undefined || edition === undefined || form === undefined
      ? loaded.paperRows
      : toChecklist(
          { centre_id: actor.centreId, case_id: file.id },
          resolveRequirements(edition.item, revised.answers, revised.form),
          loaded.paperRows,
        );
  const owner = {
    centreId: actor.centreId,
    partyId: file.partyId,
    today,
    asked: edition?.item.papers ?? [],
  };
  const paperRows = await settleReuse(deps, tx, owner, handIn(asked, papers, mayJudge));
  const key = { caseId: file.id, caseNumber: file.caseNo };
  await keepEvidence({ deps, tx, actor }, key, loaded.paperRows, paperRows);
  if (edition !== undefined && application !== undefined && revised !== undefined) {
    const values = { before: application.form, after: revised.form };
    await keepFormFiles({ deps, tx, actor }, file.id, edition.item.form, values);
    const { caseNo: caseNumber, partyId, matterName } = file;
    const use = { caseId: file.id, caseNumber, partyId, matterName };
    await keepPremises({ deps, tx, actor }, use, edition.item.form, values);
  }
  return {
    ...loaded,
    paperRows,
    application: revised,
    around: {
      ...around,
      papers: paperRows.map(toPaper),
      ...findFaults(revised, edition, counting.today),
    },
  };
}

async function withPremises(
  { deps, tx, actor: { centreId } }: Work,
  { edition, application: before, around }: Loaded,
  application: ApplicationDocument,
): Promise<ApplicationDocument> {
  if (edition === undefined || before === undefined) return application;
  // What the case holds already stays, whatever became of the filing since.
  if (samePlaces(edition.item.form, before.form, application.form)) return application;
  const { id: caseId, partyId } = around.file;
  const applicant = { centreId, partyId, caseId };
  const form = await fillPremises(deps, tx, applicant, edition.item.form, application.form);
  return { ...application, form };
}

function toRevised(
  application: ApplicationDocument,
  edition: Loaded['edition'],
  form: HandedIn['form'],
): ApplicationDocument {
  if (form === undefined || edition === undefined) return application;
  const answers = pruneAnswers(edition.item.questions, application.answers);
  return { ...application, answers, form: pruneValues(edition.item.form, answers, form) };
}

/** Keeps a form that was filled in anew as the next one; those before stay. Answers with its number. */
export function keepForm(
  { cipher, clock }: CasesDeps,
  tx: Tx,
  centreId: number,
  { around: { file }, application }: Loaded,
): number {
  if (application === undefined) return file.formNo;
  const formNo = file.formNo + 1;
  repository.insertForm(tx, {
    centre_id: centreId,
    case_id: file.id,
    form_no: formNo,
    sealed: sealApplication(cipher, { centreId, caseId: file.id, formNo }, application),
    saved_at: clock.now(),
  });
  return formNo;
}
