import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import {
  checkForm,
  pruneAnswers,
  resolveRequirements,
} from '#modules/casework/matters/contract.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import { type ApplicationDocument, openApplication } from './application.ts';
import { loadCounting } from './counting.ts';
import type { CasesDeps } from './deps.ts';
import * as parts from './repository-parts.ts';
import * as repository from './repository.ts';
import { type Counting, deadlinesOf } from './row.ts';
import type { Around, Sibling } from './rules/around.ts';
import type { CaseRow, PaperRow } from './tables.ts';
import { toPaper } from './view.ts';

/** A case with all that a decision about it may look at. */
export interface Loaded {
  readonly row: CaseRow;
  readonly around: Around;
  readonly paperRows: readonly PaperRow[];
  readonly counting: Counting;
  readonly application: ApplicationDocument | undefined;
  readonly edition: EditionItem | undefined;
}

/** Reads it in one round trip inside a transaction. `withForm` opens what was filled in and checks it. */
export async function loadAround(
  deps: CasesDeps,
  db: Db,
  actor: Pick<Actor, 'id'>,
  row: CaseRow,
  withForm: boolean,
): Promise<Loaded> {
  const { centre_id: centreId, case_id: id, body: file } = row;
  const [counting, paperRows, opinions, family, children, form, edition] = await Promise.all([
    loadCounting(deps, db, centreId),
    parts.listPapers(db, centreId, id),
    parts.listOpinions(db, centreId, id),
    file.parentId === null ? [] : repository.listChildren(db, centreId, file.parentId),
    file.kind === 'parent' ? repository.listChildren(db, centreId, id) : [],
    withForm ? repository.findForm(db, centreId, id, file.formNo) : undefined,
    withForm && file.kind !== 'parent' ? findEdition(deps, db, row) : undefined,
  ]);
  const application = form && openApplication(deps.cipher, form);
  return {
    row,
    paperRows,
    counting,
    application,
    edition,
    around: {
      file,
      papers: paperRows.map(toPaper),
      ...findFaults(application, edition, counting.today),
      siblings: family.filter((one) => one.case_id !== id).map(toSibling),
      children: children.map(toSibling),
      opinions: opinions.map((opinion) => ({
        id: opinion.opinion_id,
        departmentId: opinion.department_id,
        isOpen: opinion.answer === null,
      })),
      deadlines: deadlinesOf(file, counting),
      calendar: counting.calendar,
      settings: counting.settings,
      today: counting.today,
      actorId: actor.id,
    },
  };
}

const findEdition = (deps: CasesDeps, db: Db, { centre_id: centreId, body }: CaseRow) =>
  deps.matters.getItem(db, { centreId, editionId: body.editionId, itemKey: body.itemKey });

const toSibling = ({ case_id: id, case_no: caseNo, body }: CaseRow): Sibling => ({
  id,
  caseNo,
  name: body.matterName,
  state: body.state,
  outcome: body.outcome,
  isPrerequisite: body.isPrerequisite,
});

/** What is wrong with a filled-in form, by the edition of the case. */
export function findFaults(
  application: ApplicationDocument | undefined,
  edition: EditionItem | undefined,
  today: string,
): Pick<Around, 'formFaults' | 'unanswered'> {
  if (application === undefined || edition === undefined) return { formFaults: [], unanswered: [] };
  const { item } = edition;
  const answers = pruneAnswers(item.questions, application.answers);
  const faults = checkForm(item.form, answers, application.form, { today });
  return {
    unanswered: resolveRequirements(item, answers, application.form).unanswered,
    formFaults: faults.map(({ path, message }) => ({
      path: `form.${path}`,
      reason: { 'zh-CN': message.zh, en: message.en ?? message.zh },
    })),
  };
}
