import { localDay } from '#kernel/clock/local-day.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import type { DocumentKind } from '../../contract/documents.ts';
import type { CaseEntry } from '../rules/case-file.ts';
import type { CaseRow, PaperRow } from '../tables.ts';
import { DEFAULT_REMEDY } from './remedy.ts';
import { DocumentSnapshot } from './snapshot.ts';

/** Everything that a paper takes from the case after the act, and from around it. */
export interface Issuing {
  readonly row: CaseRow;
  readonly entry: CaseEntry;
  readonly papers: readonly PaperRow[];
  /** None for a case that leads others. */
  readonly edition: EditionItem | undefined;
  readonly applicant: Omit<DocumentSnapshot['applicant'], 'agent'>;
  readonly agentName: string;
  /** Who signed for the result, in plain. */
  readonly recipient: string;
  readonly promisedBefore: string | null;
}

/** 行政许可: what the articles of the licensing law are quoted for. */
const PERMIT = '01';

/** What will stand on the paper, for good. Throws ZodError when something is not as papers need it. */
export function composeSnapshot(
  kind: DocumentKind,
  number: string,
  issuing: Issuing,
): DocumentSnapshot {
  const { row, entry, papers, edition } = issuing;
  const file = row.body;
  return DocumentSnapshot.parse({
    form: 'onewindow/case-document/1',
    kind,
    number,
    caseNo: file.caseNo,
    queryCode: file.queryCode,
    issuedAt: entry.at,
    issuedOn: localDay(new Date(entry.at)),
    authority: file.terms.authority,
    ...toNotices(edition),
    applicant: { ...issuing.applicant, agent: issuing.agentName },
    matter: {
      name: file.matterName.zh,
      item: file.itemName.zh,
      isPermit: isPermit(edition),
    },
    byName: entry.byKind === 'staff' ? entry.byName : '',
    receivedAt: file.receivedAt ?? file.submittedAt,
    acceptedOn: file.facts.acceptedOn,
    acceptMode: file.acceptMode,
    noticeDueOn: row.notice_due_on,
    promisedDueOn: row.promised_due_on,
    statutoryDueOn: row.statutory_due_on,
    supplementDueOn: file.supplementDueOn,
    papers: papers
      .filter(({ state }) => state !== 'missing')
      .map(({ name, state, originals, copies }) => ({ name: name.zh, state, originals, copies })),
    corrections: kind === 'correction-notice' ? correctionsOf(issuing) : [],
    correctionDueOn: file.facts.correctionDueOn,
    special: specialOf(kind, issuing),
    extension: extensionOf(kind, issuing),
    decision: decisionOf(issuing),
    inspectBy: file.promise?.inspectBy ?? null,
    reason: reasonOf(issuing),
    remedy: remedyOf(kind, issuing),
    delivery: deliveryOf(issuing),
  });
}

/** A refusal names the way to have it reviewed (art. 38); the law's own where nobody wrote another. */
function remedyOf(kind: DocumentKind, { row }: Issuing): string {
  const refuses = ['refusal', 'denial', 'revocation'].includes(kind);
  if (!refuses) return '';
  const file = row.body;
  return file.remedy || (file.decision?.remedy ?? '') || DEFAULT_REMEDY;
}

function correctionsOf({ row, papers }: Issuing): DocumentSnapshot['corrections'] {
  const names = new Map(papers.map(({ key, name }) => [key, name.zh]));
  return (row.body.corrections.at(-1)?.items ?? []).map((item) => ({
    about: names.get(item.paperKey ?? '') ?? item.field ?? '',
    defect: item.defect,
    howToFix: item.howToFix,
  }));
}

function specialOf(kind: DocumentKind, { row }: Issuing): DocumentSnapshot['special'] {
  const last = row.body.specials.at(-1);
  if (kind !== 'special-notice' || last === undefined) return null;
  return { kind: last.kind, neededDays: last.neededDays, from: last.from, reason: last.reason };
}

function extensionOf(
  kind: DocumentKind,
  { row, promisedBefore }: Issuing,
): DocumentSnapshot['extension'] {
  const { extension } = row.body;
  if (kind !== 'extension-notice' || extension === null) return null;
  return { days: extension.days, before: promisedBefore, reason: extension.reason };
}

function decisionOf({ row }: Issuing): DocumentSnapshot['decision'] {
  const { decision, terms } = row.body;
  if (decision === null) return null;
  const { content, validFrom, validTo } = decision;
  return { content, validFrom, validTo, result: terms.resultName.zh };
}

function deliveryOf({ row, recipient }: Issuing): DocumentSnapshot['delivery'] {
  const { delivery } = row.body;
  if (delivery === null) return null;
  const { way, at, place, trackingNo, byName } = delivery;
  return { way, at, recipient, place, trackingNo, byName };
}

const isPermit = (edition: EditionItem | undefined): boolean =>
  edition?.content.taskType === PERMIT;

/** What the matter itself says on papers. A case that leads others has none. */
function toNotices(
  edition: EditionItem | undefined,
): Pick<DocumentSnapshot, 'contact' | 'supervision' | 'promise'> {
  if (edition === undefined) return { contact: '', supervision: '', promise: '' };
  const { content, item } = edition;
  return {
    contact: content.consultPhone,
    supervision: content.supervisePhone,
    promise: item.commitment.promise?.zh ?? '',
  };
}

const reasonOf = ({ row: { body }, entry }: Issuing): string =>
  body.outcomeReason || (body.decision?.reason ?? '') || entry.note;
