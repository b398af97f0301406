import { problems, type Site, type SiteInput } from '../../contract.ts';
import { siteChanged } from '../events.ts';
import { toRecordState } from '../record-state.ts';
import type { Kind } from '../records.ts';
import type { SiteRow } from '../tables.ts';

/** What a site is to the acts on records. */
export const siteKind: Kind<'organisation.site', Site> = {
  table: 'organisation.site',
  unique: {
    constraint: 'site_code_unique',
    refusal: problems.codeTaken,
    valuesOf: ({ code }) => ({ code }),
  },
  targetOf: (row) => ({ siteId: row.site_id }),
  toViews: async (_db, _centreId, rows) => rows.map(toSite),
  tell: siteChanged,
};

function toSite(row: SiteRow): Site {
  return {
    ...toRecordState(row.site_id, row),
    code: row.code,
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    divisionCode: row.division_code,
    address: row.address,
    phone: row.phone,
    order: row.sort_order,
    isOpenForService: row.closed_on === null,
    isDemonstration: row.is_demonstration,
  };
}

/** The columns that people type. */
export function toSiteColumns(input: SiteInput) {
  return {
    code: input.code,
    kind: input.kind,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    division_code: input.divisionCode,
    address: input.address,
    phone: input.phone,
    sort_order: input.order,
  };
}
