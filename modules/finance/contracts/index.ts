export type { ContractsApi, ContractRef } from './server/api.ts';
