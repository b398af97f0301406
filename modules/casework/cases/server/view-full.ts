import type { Db } from '#kernel/db/types.ts';

import type { CaseInFull, DeliveryProof, MayDo, Opinion } from '../contract.ts';
import { openRecipient } from './application.ts';
import type { CasesDeps } from './deps.ts';
import type { Loaded } from './load-around.ts';
import { listOpinions } from './repository-parts.ts';
import { examinersNeeded } from './rules/guards-handling.ts';
import type { CaseRow, OpinionRow } from './tables.ts';
import { type Surroundings, toPaper, toSummary } from './view.ts';

const NO_WISH = { way: 'window', recipient: '', phone: '', address: '' } as const;

/** A case with all that is known of it. */
export async function toCaseInFull(
  deps: CasesDeps,
  db: Db,
  loaded: Loaded,
  surroundings: Surroundings,
  mayDo: MayDo[],
): Promise<CaseInFull> {
  const { row, around, application } = loaded;
  const { file } = around;
  const opinions = await listOpinions(db, row.centre_id, row.case_id);
  return {
    ...toSummary(row, surroundings),
    queryCode: row.query_code,
    editionId: file.editionId,
    answers: application?.answers ?? {},
    form: application?.form ?? {},
    deliveryWish: application?.delivery ?? NO_WISH,
    papers: loaded.paperRows.map(toPaper),
    agentId: file.agentId,
    ticketId: file.ticketId,
    noticeDueOn: row.notice_due_on,
    issueDueOn: row.issue_due_on,
    correctionDueOn: row.correction_due_on,
    supplementDueOn: row.supplement_due_on,
    corrections: [...file.corrections],
    lastChanged: [...file.lastChanged],
    specials: [...file.specials],
    extension: file.extension,
    examinations: [...file.examinations],
    examinersNeeded: examinersNeeded(file),
    needsSiteCheck: file.terms.siteCheck,
    informsThirdParties: file.terms.informThirdParties,
    thirdPartiesInformedOn: file.thirdPartiesInformedOn,
    opinions: opinions.map((one) => toOpinion(one, row, surroundings)),
    decision: file.decision,
    outcomeReason: file.outcomeReason,
    remedy: file.remedy,
    licenceId: file.licenceId,
    trackingNo: file.trackingNo,
    delivery: toDelivery(deps, row),
    dossierHash: file.dossierHash,
    promise: file.promise,
    proxy: file.proxy,
    related: [...around.children, ...around.siblings].map(
      ({ id, caseNo, name, state, isPrerequisite }) => ({
        id,
        caseNo,
        matterName: name,
        state,
        isPrerequisite,
      }),
    ),
    mayDo,
  };
}

function toDelivery({ cipher }: CasesDeps, row: CaseRow): DeliveryProof | null {
  const { delivery } = row.body;
  if (delivery === null) return null;
  const { recipientSealed, ...rest } = delivery;
  return {
    ...rest,
    recipient: openRecipient(cipher, row.centre_id, row.case_id, recipientSealed),
  };
}

/** An opinion with the names of its case and department. */
export function toOpinion(
  one: OpinionRow,
  { case_no: caseNo, body }: Pick<CaseRow, 'case_no' | 'body'>,
  { directory }: Pick<Surroundings, 'directory'>,
): Opinion {
  const department = directory.departments.byId.get(one.department_id);
  return {
    id: one.opinion_id,
    caseId: one.case_id,
    caseNo,
    matterName: body.matterName,
    departmentId: one.department_id,
    departmentNameZh: department?.nameZh ?? '',
    departmentNameEn: department?.nameEn ?? '',
    question: one.question,
    askedByName: one.asked_by_name,
    askedAt: one.asked_at.toISOString(),
    dueOn: one.due_on,
    answer: one.answer,
    text: one.answer_text,
    answeredByName: one.answered_by_name,
    answeredAt: one.answered_at?.toISOString() ?? null,
  };
}
