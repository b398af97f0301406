import type { Site } from '../contract.ts';
import type { SiteRow } from './tables.ts';

export function toSite(row: SiteRow): Site {
  return {
    id: row.site_id,
    code: row.code,
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    divisionCode: row.division_code,
    address: row.address,
    phone: row.phone,
    order: row.sort_order,
    isOpenForService: row.closed_on === null,
    closedOn: row.closed_on,
    isDemonstration: row.is_demonstration,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}
