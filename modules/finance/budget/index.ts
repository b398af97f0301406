export type { ListPaid, ListTargets } from './server/deps.ts';
export type { ApprovedLine, ApprovedProject, BudgetApi } from './server/api.ts';
export { toAuditPage } from './server/audit-page.ts';
export { findProfiles } from './server/reading/find-profiles.ts';
export { readBudgetFile, UnreadableFile } from './server/reading/read-budget-file.ts';
export { readPackageFolder } from './server/reading/read-package.ts';
