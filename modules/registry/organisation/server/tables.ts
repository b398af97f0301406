import type { SiteKind } from '../contract.ts';

export type SiteRow = {
  centre_id: number;
  site_id: string;
  code: string;
  kind: SiteKind;
  name_zh: string;
  name_en: string;
  division_code: string;
  address: string;
  phone: string;
  sort_order: number;
  closed_on: string | null;
  is_demonstration: boolean;
  version: number;
  updated_at: Date;
};

/** The tables of this module, and no others. */
export type OrganisationTables = {
  'organisation.site': SiteRow;
};
