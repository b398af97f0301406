import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type {
  FilledField,
  HistoryEntry,
  KindName,
  LicenceKind,
  LicenceState,
  LicenceSummary,
  Member,
} from '../contract.ts';
import type { LicencesDeps } from './deps.ts';
import { listKinds } from './repository-kinds.ts';
import * as repository from './repository.ts';
import { stateOn } from './rules.ts';
import type { Disclosure } from './statement.ts';
import type { HistoryRow, KindRow, LicenceRow } from './tables.ts';

/** What views of licences need around them: the kinds of the centre and its day. */
export interface Around {
  readonly kinds: ReadonlyMap<string, KindRow>;
  readonly today: Day;
}

export async function loadAround(
  deps: Pick<LicencesDeps, 'clock'>,
  db: Db,
  centreId: number,
): Promise<Around> {
  const [kinds, { today }] = await Promise.all([
    listKinds(db, centreId),
    centreDay(deps, db, centreId),
  ]);
  return { kinds: new Map(kinds.map((kind) => [kind.code, kind])), today };
}

export function toKind(row: KindRow): LicenceKind {
  return {
    code: row.code,
    typeCode: row.type_code,
    name: { 'zh-CN': row.name_zh, en: row.name_en },
    definer: row.definer_zh,
    holder: row.holder,
    role: row.role,
    numberPattern: row.number_pattern,
    validityMonths: row.validity_months,
    renewFromDays: row.renew_from_days,
    layout: row.layout,
    hasDuplicate: row.has_duplicate,
    fields: [...row.fields],
    order: row.sort_order,
    isDemonstration: row.is_demonstration,
    version: row.version,
  };
}

export function toKindName(around: Around, code: string): KindName {
  const kind = around.kinds.get(code);
  return { code, name: { 'zh-CN': kind?.name_zh ?? code, en: kind?.name_en ?? code } };
}

export function currentState(row: LicenceRow, { today }: Around): LicenceState {
  return stateOn({ state: row.state, validUntil: row.valid_until }, today);
}

export function toSummary(row: LicenceRow, around: Around): LicenceSummary {
  return {
    id: row.licence_id,
    kind: toKindName(around, row.kind_code),
    number: row.number,
    identifier: row.identifier,
    edition: row.edition,
    state: currentState(row, around),
    holder: { partyId: row.holder_id, kind: row.holder_kind, name: row.holder_shown },
    authority: { 'zh-CN': row.authority_zh, en: row.authority_en },
    departmentId: row.department_id,
    issuedOn: row.issued_on,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    isDemonstration: row.is_demonstration,
  };
}

/** The fields that hold something, in the order of the kind. */
export function toFields(kind: KindRow | undefined, { content }: Disclosure): FilledField[] {
  return (kind?.fields ?? []).flatMap((field) => {
    const value = content[field.key];
    return value === undefined || value['zh-CN'] === '' ? [] : [{ ...field, value }];
  });
}

export function toHistoryEntry(row: HistoryRow): HistoryEntry {
  return {
    id: row.entry_id,
    at: row.at.toISOString(),
    act: row.act,
    toState: row.to_state,
    reason: row.reason,
    ground: row.ground,
    // The software itself has a name for operators only.
    byName: row.by_id.startsWith('system:') ? '' : row.by_name,
    caseNumber: row.case_number,
  };
}

/**
 * Members of composite licences, each in its newest version: one that lapsed is shown so, and the composite stays what it
 * is (一业一证).
 */
export async function loadMembers(
  db: Db,
  centreId: number,
  rows: readonly LicenceRow[],
  around: Around,
): Promise<ReadonlyMap<string, Member[]>> {
  const composite = rows.filter((row) => around.kinds.get(row.kind_code)?.role === 'composite');
  const links = await repository.listMembers(
    db,
    centreId,
    composite.map((row) => row.licence_id),
  );
  const lineages = [...new Set(links.map((link) => link.lineage_id))];
  const newest = await repository.listNewest(db, centreId, lineages);
  const byLineage = new Map(newest.map((row) => [row.lineage_id, row]));
  const members = new Map<string, Member[]>();
  for (const link of links) {
    const row = byLineage.get(link.lineage_id);
    if (row === undefined) continue;
    const list = members.get(link.licence_id) ?? [];
    list.push({
      id: row.licence_id,
      kind: toKindName(around, row.kind_code),
      number: row.number,
      state: currentState(row, around),
      validUntil: row.valid_until,
    });
    members.set(link.licence_id, list);
  }
  return members;
}
