import { type Office, type OfficeInput, problems } from '../../contract.ts';
import { officeChanged } from '../events.ts';
import { toRecordState } from '../record-state.ts';
import type { Kind } from '../records.ts';
import type { OfficeRow } from '../tables.ts';

/** What an office is to the acts on records. */
export const officeKind: Kind<'organisation.office', Office> = {
  table: 'organisation.office',
  unique: {
    constraint: 'office_code_unique',
    refusal: problems.codeTaken,
    valuesOf: ({ code }) => ({ code }),
  },
  targetOf: () => undefined,
  toViews: async (_db, _centreId, rows) => rows.map(toOffice),
  tell: officeChanged,
};

function toOffice(row: OfficeRow): Office {
  return {
    ...toRecordState(row.office_id, row),
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    dutiesZh: row.duties_zh,
    dutiesEn: row.duties_en,
    order: row.sort_order,
  };
}

/** The columns that people type. */
export function toOfficeColumns(input: OfficeInput) {
  return {
    code: input.code,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    duties_zh: input.dutiesZh,
    duties_en: input.dutiesEn,
    sort_order: input.order,
  };
}
