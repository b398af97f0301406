import { accountRoutes, profileRoutes } from './contract-account.ts';
import { deviceRoutes, identityRoutes, settingsRoutes } from './contract-entry.ts';
import { roleRoutes } from './contract-role.ts';
import { factorRoutes, sessionRoutes } from './contract-session.ts';

export { accessEvents as events } from './contract-events.ts';
export { accessPermissions as permissions } from './contract-permissions.ts';
export { accessProblems as problems } from './contract-problems.ts';

/** Every route of sign-in, accounts, roles, devices and identity. */
export const routes = {
  ...sessionRoutes,
  ...factorRoutes,
  ...profileRoutes,
  ...accountRoutes,
  ...roleRoutes,
  ...settingsRoutes,
  ...deviceRoutes,
  ...identityRoutes,
} as const;
