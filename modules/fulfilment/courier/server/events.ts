import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { Doing } from './deps.ts';
import type { ParcelRow } from './tables.ts';

const aboutOf = (row: ParcelRow) => ({
  parcelId: row.parcel_id,
  number: row.number,
  direction: row.direction,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  state: row.state,
  trackingNo: row.tracking_no,
});

const subjectOf = (row: ParcelRow) => ({ kind: 'courier.parcel', id: row.parcel_id });

export function parcelMoved(
  { deps, tx, actor }: Doing,
  row: ParcelRow,
  audit: Readonly<Record<string, unknown>> = {},
): void {
  tell(tx, deps.clock, actor, events.moved, {
    subject: subjectOf(row),
    payload: aboutOf(row),
    audit,
  });
}

export function parcelEnded({ deps, tx, actor }: Doing, row: ParcelRow, day: string): void {
  tell(tx, deps.clock, actor, events.ended, {
    subject: subjectOf(row),
    payload: { ...aboutOf(row), day },
  });
}
