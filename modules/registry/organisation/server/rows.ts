import type { SiteInput } from '../contract.ts';
import type { SiteRow } from './tables.ts';

/** The columns that people type. */
export function toSiteColumns(
  input: SiteInput,
): Pick<
  SiteRow,
  'code' | 'kind' | 'name_zh' | 'name_en' | 'division_code' | 'address' | 'phone' | 'sort_order'
> {
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
