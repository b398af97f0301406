export type { ContractsApi, ProjectProgress } from './server/api.ts';
export type { ProjectContract, ProjectMoney } from './server/project-money.ts';
export type { ChainContract, ChainCost, ChainEvent } from './server/chain-door.ts';
