export type { PremisesApi } from './server/api.ts';
export type { CaseOfUse, ForApplicant, PickedPremises } from './server/uses/use-premises.ts';
