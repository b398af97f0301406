export type { StaffApi, StaffRef } from './server/api.ts';
export type { RoleForAccount, StaffAccounts } from './server/deps.ts';
