import { z } from 'zod';

import { permission } from '#kernel/access/contract-permission.ts';
import { event } from '#kernel/events/contract.ts';
import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';
import { problem } from '#kernel/problems/contract.ts';

const base = '/api/v1/contracts/contracts';

export const permissions = {
  view: permission('contracts.view', {
    'zh-CN': '查看合同、预算执行台账、结算与支付',
    en: 'See: Contracts, the execution ledger of the budget, settlements and payments',
  }),
  manage: permission('contracts.manage', {
    'zh-CN': '维护合同、预算执行台账、结算与支付',
    en: 'Change: Contracts, the execution ledger of the budget, settlements and payments',
  }),
} as const;

/** What is typed for a contract. */
export const ContractInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/),
  nameZh: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(200),
});
export type ContractInput = z.infer<typeof ContractInput>;

export const Contract = ContractInput.extend({
  id: Id,
  version: z.number().int(),
  updatedAt: Instant,
});
export type Contract = z.infer<typeof Contract>;

/** A change carries the version that the editor saw. */
export const ContractChange = ContractInput.extend({ version: z.number().int().min(1) });
export type ContractChange = z.infer<typeof ContractChange>;

export const problems = {
  codeTaken: problem('contracts/code-taken', 409, {
    'zh-CN': '代码 {code} 已被使用。',
    en: 'The code {code} is already in use.',
  }),
} as const;

export const events = {
  contractChanged: event({
    name: 'contracts.contract-changed',
    version: 1,
    title: {
      'zh-CN': '合同、预算执行台账、结算与支付变更',
      en: 'Changed: Contracts, the execution ledger of the budget, settlements and payments',
    },
    payload: z.object({ contractId: Id, code: z.string(), act: z.enum(['created', 'changed']) }),
    live: () => 'contracts',
  }),
} as const;

export const routes = {
  listContracts: route({
    name: 'contracts.listContracts',
    method: 'GET',
    path: base,
    summary: 'A page of what there is, by code',
    admission: permissions.view,
    query: PageQuery,
    response: pageOf(Contract),
  }),
  getContract: route({
    name: 'contracts.getContract',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One of them',
    admission: permissions.view,
    params: IdParams,
    response: Contract,
  }),
  createContract: route({
    name: 'contracts.createContract',
    method: 'POST',
    path: base,
    summary: 'Add one',
    admission: permissions.manage,
    body: ContractInput,
    response: Contract,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  changeContract: route({
    name: 'contracts.changeContract',
    method: 'PUT',
    path: `${base}/:id`,
    summary: 'Change one',
    admission: permissions.manage,
    params: IdParams,
    body: ContractChange,
    response: Contract,
    idempotency: 'optional',
    problems: [problems.codeTaken],
  }),
} as const;
