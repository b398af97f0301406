import type { Requirements } from '#modules/casework/matters/contract.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import type { ClockFacts } from '../contract.ts';
import type { Birth, CaseTerms } from './rules/case-file.ts';
import { JOINT_DAYS, MOST_EXTENSION, MOST_JOINT_EXTENSION } from './rules/deadlines.ts';

/** What of an edition a case keeps: its limits and what the law asks, as they were when it was taken in. */
export function toTerms(
  { content, item }: EditionItem,
  requirements: Pick<Requirements, 'promised' | 'statutory'>,
  isJoint = false,
): CaseTerms {
  const most = isJoint ? MOST_JOINT_EXTENSION : MOST_EXTENSION;
  return {
    statutory: requirements.statutory,
    promised: requirements.promised,
    mostExtension: isJoint ? most : Math.min(item.extensionDays, most),
    isJoint,
    specials: item.specialProcedures.map(({ kind, mostDays }) => ({ kind, mostDays })),
    toleranceAllowed: item.tolerance.allowed,
    supplementDays: item.tolerance.supplementDays,
    promiseAllowed: item.commitment.allowed,
    promiseExcluded: content.promiseExcluded,
    inspectWithinDays: item.commitment.inspectWithinDays,
    examiners: item.examination.people,
    siteCheck: item.examination.siteCheck,
    informThirdParties: item.examination.informThirdParties,
    delivery: item.result.delivery,
    licenceKind: item.result.licenceKind ?? null,
    resultName: item.result.name,
    validMonths: item.result.validMonths ?? null,
    itemKind: item.kind,
    authority: { name: content.authority.name, creditCode: content.authority.creditCode },
  };
}

/** 统一办理、联合办理: 45 working days and 15 more (art. 42). */
export const toJointTerms = (terms: CaseTerms): CaseTerms => ({
  ...terms,
  isJoint: true,
  mostExtension: MOST_JOINT_EXTENSION,
  statutory: { count: JOINT_DAYS, unit: 'working-day' },
  promised: { count: JOINT_DAYS, unit: 'working-day' },
});

/** What a case takes from the matter. */
export const toMatterOf = ({
  matterId,
  editionId,
  content,
  item,
}: EditionItem): Pick<
  Birth,
  | 'matterId'
  | 'editionId'
  | 'taskCode'
  | 'matterName'
  | 'itemKey'
  | 'itemCode'
  | 'itemName'
  | 'projectType'
  | 'departmentCode'
> => ({
  matterId,
  editionId,
  taskCode: content.taskCode,
  matterName: content.name,
  itemKey: item.key,
  itemCode: item.code,
  itemName: item.name,
  projectType: item.projectType,
  departmentCode: content.authority.departmentCode,
});

export const NO_FACTS: ClockFacts = {
  receivedOn: null,
  receivedLate: false,
  answeredOn: null,
  correctionDueOn: null,
  acceptedOn: null,
  specials: [],
  extension: null,
  decidedOn: null,
  endedOn: null,
};
