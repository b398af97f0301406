import type { Directory } from '#modules/registry/organisation/index.ts';

import type { Group, GroupInput, PublicGroup, Words } from '../../contract.ts';
import type { GroupRow } from '../tables.ts';

/** A name of a place that is not there any more. */
export const unnamed = (text = ''): Words => ({ 'zh-CN': text, en: text });

/** Names of where something is. */
export function toPlace(row: Pick<GroupRow, 'site_id' | 'zone_id'>, directory: Directory) {
  const named = (ref: { nameZh: string; nameEn: string } | undefined): Words =>
    ref === undefined ? unnamed() : { 'zh-CN': ref.nameZh, en: ref.nameEn };
  return {
    siteId: row.site_id,
    zoneId: row.zone_id,
    site: named(directory.sites.byId.get(row.site_id)),
    zone: row.zone_id === null ? null : named(directory.zones.byId.get(row.zone_id)),
  };
}

export const groupName = (row: GroupRow): Words => ({ 'zh-CN': row.name_zh, en: row.name_en });
export const groupHint = (row: GroupRow): Words => ({ 'zh-CN': row.hint_zh, en: row.hint_en });

export function toPublicGroup(row: GroupRow, directory: Directory): PublicGroup {
  return {
    id: row.group_id,
    name: groupName(row),
    hint: groupHint(row),
    ...toPlace(row, directory),
    siteCode: directory.sites.byId.get(row.site_id)?.code ?? '',
    slotMinutes: row.slot_minutes,
    isOpen: row.is_open,
    closedReason: row.is_open ? null : { 'zh-CN': row.closed_reason_zh, en: row.closed_reason_en },
  };
}

export function toGroup(row: GroupRow): Group {
  return {
    id: row.group_id,
    siteId: row.site_id,
    zoneId: row.zone_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    hintZh: row.hint_zh,
    hintEn: row.hint_en,
    queueCode: row.queue_code,
    matterIds: [...row.matter_ids],
    departmentIds: [...row.department_ids],
    slotMinutes: row.slot_minutes,
    capacityBy: row.capacity_by,
    places: row.places,
    windowIds: [...row.window_ids],
    walkInPercent: row.walk_in_percent,
    isOpen: row.is_open,
    closedReasonZh: row.closed_reason_zh,
    closedReasonEn: row.closed_reason_en,
    order: row.sort_order,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

export function toColumns(input: GroupInput) {
  return {
    site_id: input.siteId,
    zone_id: input.zoneId,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    hint_zh: input.hintZh,
    hint_en: input.hintEn,
    queue_code: input.queueCode,
    matter_ids: input.matterIds,
    department_ids: input.departmentIds,
    slot_minutes: input.slotMinutes,
    capacity_by: input.capacityBy,
    places: input.places,
    window_ids: input.windowIds,
    walk_in_percent: input.walkInPercent,
    is_open: input.isOpen,
    closed_reason_zh: input.closedReasonZh,
    closed_reason_en: input.closedReasonEn,
    sort_order: input.order,
  };
}
