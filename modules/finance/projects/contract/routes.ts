import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { chainRoutes } from './routes-chain.ts';
import { Project, ProjectRow, YearTotals } from './shapes.ts';

const base = '/api/v1/projects';

export const ProjectSort = z.enum([
  'code',
  '-code',
  'limit',
  '-limit',
  'available',
  '-available',
  'paid',
  '-paid',
]);
export type ProjectSort = z.infer<typeof ProjectSort>;

export const ProjectFilter = z.object({
  /** The newest year of the ledger unless said. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  office: z.string().max(60).optional(),
  /** `overdue`: a payment or settlement is late; `exhausting`: a metered contract does not last the year; `open`: money is available. */
  look: z.enum(['overdue', 'exhausting', 'open']).optional(),
});
export type ProjectFilter = z.infer<typeof ProjectFilter>;

export const routes = {
  ...chainRoutes,
  getYear: route({
    name: 'projects.getYear',
    method: 'GET',
    path: `${base}/year`,
    summary: 'All projects of a year added up; the newest year unless said',
    admission: permissions.view,
    query: z.object({ year: ProjectFilter.shape.year }),
    response: YearTotals,
  }),
  listProjects: route({
    name: 'projects.listProjects',
    method: 'GET',
    path: base,
    summary:
      'The projects of a year with where their money stands; `search` is a part of code, name or office',
    admission: permissions.view,
    query: PageQuery.extend(ProjectFilter.shape).extend({ sort: ProjectSort.default('code') }),
    response: pageOf(ProjectRow),
  }),
  exportProjects: route({
    name: 'projects.exportProjects',
    method: 'GET',
    path: `${base}/export`,
    summary: 'The list as a spreadsheet; recorded',
    admission: permissions.view,
    query: ProjectFilter.extend({
      search: z.string().trim().max(100).optional(),
      sort: ProjectSort.default('code'),
    }),
    answers: 'bytes',
  }),
  getProject: route({
    name: 'projects.getProject',
    method: 'GET',
    path: `${base}/:code`,
    summary: 'One project: what it is for, its years, lines by version, contracts and forecasts',
    admission: permissions.view,
    params: z.object({ code: z.string().min(1).max(40) }),
    response: Project,
  }),
} as const;
