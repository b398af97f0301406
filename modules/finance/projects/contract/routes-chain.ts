import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams } from '#kernel/http/shapes.ts';
import { problem } from '#kernel/problems/contract.ts';

import { ChainOfContract, ChainOfProject, ChainOfSettlement, CostsOf } from './chain.ts';
import { permissions } from './permissions.ts';

export const problems = {
  nothingSuch: problem('projects/nothing-such', 404, {
    'zh-CN': '没有找到“{text}”对应的办件或取号记录。',
    en: 'There is no case and no visit “{text}”.',
  }),
} as const;

const BASE = '/api/v1/chain';

/** A case by its number, or a visit by its ticket. */
export const CostsAsked = z.object({
  caseNo: z.string().trim().min(4).max(60).optional(),
  ticketId: Id.optional(),
});
export type CostsAsked = z.infer<typeof CostsAsked>;

export const chainRoutes = {
  getChainOfProject: route({
    name: 'projects.getChainOfProject',
    method: 'GET',
    path: `${BASE}/projects/:code`,
    summary: 'From a cell of the budget: a project’s lines and contracts, with the sums compared',
    admission: permissions.view,
    params: z.object({ code: z.string().min(1).max(40) }),
    query: z.object({ year: z.coerce.number().int().optional() }),
    response: ChainOfProject,
  }),
  getChainOfContract: route({
    name: 'projects.getChainOfContract',
    method: 'GET',
    path: `${BASE}/contracts/:id`,
    summary: 'The settlements and payments of a contract, with the sums compared',
    admission: permissions.view,
    params: IdParams,
    response: ChainOfContract,
  }),
  getChainOfSettlement: route({
    name: 'projects.getChainOfSettlement',
    method: 'GET',
    path: `${BASE}/settlements/:id`,
    summary:
      'What a settlement was counted from: each set or parcel with its firm, case and ticket',
    admission: permissions.view,
    params: IdParams,
    query: z.object({
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    response: ChainOfSettlement,
  }),
  getCosts: route({
    name: 'projects.getCosts',
    method: 'GET',
    path: `${BASE}/costs`,
    summary:
      'What was done for a case or a visit, what it cost, and under which contract it is paid',
    admission: permissions.view,
    query: CostsAsked,
    response: CostsOf,
    problems: [problems.nothingSuch],
  }),
} as const;
