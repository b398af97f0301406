import type { ColumnType } from 'kysely';

import type { ScopeLevel } from './contract-actor.ts';
import type { Duty } from './contract-permission.ts';

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>;

export type AccountRow = {
  centre_id: number;
  account_id: string;
  kind: 'staff' | 'citizen' | 'device';
  login_name: string | null;
  display_name: string;
  subject: string | null;
  status: 'active' | 'disabled';
  password_hash: string | null;
  password_changed_at: Date | null;
  must_change_password: boolean;
  demands_second_factor: boolean;
  locale: 'zh-CN' | 'en';
  elder_mode: boolean;
  assurance: number | null;
  last_sign_in_at: Date | null;
  is_demonstration: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
};

export type PasswordHistoryRow = {
  centre_id: number;
  account_id: string;
  changed_at: Date;
  password_hash: string;
};

export type SignInGuardRow = {
  centre_id: number;
  guard_key: string;
  failures: number;
  locked_until: Date | null;
  last_attempt_at: Date;
};

export type RoleRow = {
  centre_id: number;
  role: string;
  name_zh: string;
  name_en: string;
  permissions: string[];
  demands_second_factor: boolean;
  administrator: Duty | null;
  implied_for: AccountRow['kind'] | null;
  is_edited: boolean;
  version: number;
  updated_at: Date;
};

export type RoleGrantRow = {
  centre_id: number;
  grant_id: string;
  account_id: string;
  role: string;
  scope_level: ScopeLevel;
  /** Empty for levels without an id. */
  scope_id: string;
  valid_from: Date;
  valid_until: Date | null;
  reason: string;
  granted_by: string;
  granted_by_name: string;
  granted_at: Date;
  confirmed_by: string | null;
  state: 'active' | 'awaiting-confirmation';
};

export type SessionStep = 'change-password' | 'second-factor' | 'enrol-factor' | 'complete';

export type SessionRow = {
  centre_id: number;
  session_id: string;
  token_hash: string;
  account_id: string;
  step: SessionStep;
  method: string;
  idle_seconds: number;
  created_at: Date;
  last_seen_at: Date;
  idle_until: Date;
  expires_at: Date;
  proven_at: Date;
  address: string;
  user_agent: string;
  identity_hint: string | null;
  /** The device at which it was opened; the session counts together with that device's key only. */
  device_account_id: string | null;
  /** The only permissions that count in it; null for all. */
  permits: string[] | null;
};

export type SignInFlowRow = {
  centre_id: number;
  flow_hash: string;
  kind: 'passkey-sign-in' | 'passkey-registration' | 'identity';
  account_id: string | null;
  content: string;
  expires_at: Date;
};

export type TotpFactorRow = {
  centre_id: number;
  account_id: string;
  secret: string;
  last_step: number;
  created_at: Date;
  confirmed_at: Date | null;
};

export type RecoveryCodeRow = {
  centre_id: number;
  account_id: string;
  code_hash: string;
  used_at: Date | null;
};

export type PasskeyRow = {
  centre_id: number;
  passkey_id: string;
  account_id: string;
  credential_id: string;
  public_key: string;
  counter: bigint;
  transports: string[];
  name: string;
  is_backed_up: boolean;
  created_at: Date;
  last_used_at: Date | null;
};

export type DeviceEnrolmentRow = {
  centre_id: number;
  code_hash: string;
  account_id: string;
  opened_by: string;
  expires_at: Date;
  nonce_hash: string | null;
  key_id: string | null;
};

export type DeviceKeyRow = {
  centre_id: number;
  key_id: string;
  key_hash: string;
  account_id: string;
  public_info: Json<unknown>;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
};

export type AccountIdentityRow = {
  centre_id: number;
  issuer: string;
  external_subject: string;
  account_id: string;
  created_at: Date;
  last_used_at: Date;
};

/** The tables of this part, and no others. */
export type AccessTables = {
  'kernel.account': AccountRow;
  'kernel.password_history': PasswordHistoryRow;
  'kernel.sign_in_guard': SignInGuardRow;
  'kernel.access_setting': { centre_id: number; settings: Json<unknown>; updated_at: Date };
  'kernel.role': RoleRow;
  'kernel.role_grant': RoleGrantRow;
  'kernel.session': SessionRow;
  'kernel.sign_in_flow': SignInFlowRow;
  'kernel.totp_factor': TotpFactorRow;
  'kernel.recovery_code': RecoveryCodeRow;
  'kernel.passkey': PasskeyRow;
  'kernel.device_enrolment': DeviceEnrolmentRow;
  'kernel.device_key': DeviceKeyRow;
  'kernel.account_identity': AccountIdentityRow;
};
