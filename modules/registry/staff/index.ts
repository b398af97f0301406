export type { RoleForAccount, StaffAccounts } from './server/deps.ts';
