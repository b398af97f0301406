import type { Day } from '#kernel/clock/day.ts';

import type { EditionState, EditionSummary, MatterSummary } from '../contract.ts';
import type { EditionHead, MatterRow } from './tables.ts';

/** `superseded` is what a published edition is past its last day. */
export function stateOf(head: EditionHead, today: Day): EditionState {
  const isOver = head.valid_until !== null && head.valid_until < today;
  return head.state === 'published' && isOver ? 'superseded' : head.state;
}

export function toEditionSummary(head: EditionHead, today: Day): EditionSummary {
  return {
    id: head.edition_id,
    matterId: head.matter_id,
    kind: head.kind,
    number: head.number,
    state: stateOf(head, today),
    validFrom: head.valid_from,
    validUntil: head.valid_until,
    note: head.note,
    returnedReason: head.returned_reason,
    withdrawnReason: head.withdrawn_reason,
    createdBy: head.created_by,
    createdByName: head.created_by_name,
    createdAt: head.created_at.toISOString(),
    savedBy: head.saved_by,
    savedByName: head.saved_by_name,
    savedAt: head.saved_at.toISOString(),
    publishedBy: head.published_by,
    publishedByName: head.published_by_name,
    publishedAt: head.published_at?.toISOString() ?? null,
    version: head.version,
  };
}

const isInForce = (head: EditionHead, today: Day): boolean =>
  (head.state === 'published' || head.state === 'withdrawn') &&
  head.valid_from !== null &&
  head.valid_from <= today &&
  (head.valid_until === null || head.valid_until >= today);

/** `heads` are those of the matter, newest first. */
export function toMatterSummary(
  row: MatterRow,
  heads: readonly EditionHead[],
  today: Day,
): MatterSummary {
  const [current] = heads
    .filter((head) => isInForce(head, today))
    .toSorted((a, b) => (b.valid_from ?? '').localeCompare(a.valid_from ?? ''));
  const draft = heads.find(({ state }) => state === 'draft' || state === 'in-review');
  return {
    id: row.matter_id,
    kind: row.kind,
    code: row.code,
    catalogCode: row.catalog_code,
    name: { zh: row.name_zh, ...(row.name_en === '' ? {} : { en: row.name_en }) },
    taskType: row.task_type,
    departmentCode: row.department_code,
    departmentName: row.department_name,
    isDemonstration: row.is_demonstration,
    itemCount: row.item_count,
    current: current === undefined ? null : toEditionSummary(current, today),
    draft: draft === undefined ? null : toEditionSummary(draft, today),
  };
}
