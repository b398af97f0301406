import type { VisitEnd, VisitOpening } from '../contract.ts';

export type VisitRow = {
  centre_id: number;
  visit_id: string;
  device_id: string;
  device_account_id: string;
  account_id: string;
  session_id: string;
  way: VisitOpening['way'];
  opened_at: Date;
  ends_at: Date;
  ended_at: Date | null;
  ended_why: VisitEnd | null;
};

export type LinkRow = {
  centre_id: number;
  link_id: string;
  visit_id: string;
  token_hash: string;
  nonce_hash: string | null;
  match_code: string;
  label: string;
  opened_at: Date;
  expires_at: Date;
  closed_at: Date | null;
  file_ids: string[];
};

/** The tables of this module, and no others. */
export type KioskTables = {
  'kiosk.visit': VisitRow;
  'kiosk.upload_link': LinkRow;
};
