/** The door of this part for modules and the server. */
export type { AccessApi, AccountSummary } from './api.ts';
export type { NewAccount } from './accounts/add-account.ts';
export type { OpenedAccount } from './accounts/open-demonstration.ts';
export type { OneTimePassword } from './accounts/one-time-password.ts';
export type { StatusChange } from './accounts/set-status.ts';
export type { FindCentre } from './deps.ts';
export type { OpenedEnrolment } from './devices/enrol.ts';
export type { CitizenClaims, ResolveCitizen, ResolvedCitizen } from './identity/ports.ts';
export { IdentityMapping, type IdentityProvider } from './identity/provider.ts';
export type { EndedVisitor, OpenedVisitor, VisitorOpening } from './visitors.ts';
export type { RoleDefinition } from './roles/definition.ts';
export type { RoleGift } from './roles/give-role.ts';
export { access, type AccessOptions } from './module.ts';
