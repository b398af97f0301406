import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day } from '#kernel/http/shapes.ts';

import { ContractFilter, DocumentFilter, MovementFilter, Year } from './filters.ts';
import { permissions } from './permissions.ts';

const base = '/api/v1/contracts';

const Search = z.object({ search: z.string().trim().max(100).optional() });

/** What leaves as a spreadsheet; each is recorded. */
export const sheetRoutes = {
  exportContracts: route({
    name: 'contracts.exportContracts',
    method: 'GET',
    path: `${base}/export`,
    summary: 'The list as a spreadsheet; recorded',
    admission: permissions.view,
    query: ContractFilter.extend(Search.shape),
    answers: 'bytes',
  }),
  exportDocuments: route({
    name: 'contracts.exportDocuments',
    method: 'GET',
    path: `${base}/sheets/documents`,
    summary: 'Documents with their three signatures as a spreadsheet; recorded',
    admission: permissions.view,
    query: DocumentFilter.extend(Search.shape),
    answers: 'bytes',
  }),
  exportMovements: route({
    name: 'contracts.exportMovements',
    method: 'GET',
    path: `${base}/sheets/movements`,
    summary: 'The ledger as a spreadsheet, both legs of a movement in a row; recorded',
    admission: permissions.view,
    query: MovementFilter,
    answers: 'bytes',
  }),
  exportPlan: route({
    name: 'contracts.exportPlan',
    method: 'GET',
    path: `${base}/sheets/procurement-plan`,
    summary: 'The procurement items of a year as a spreadsheet; recorded',
    admission: permissions.view,
    query: z.object({ year: Year.optional() }),
    answers: 'bytes',
  }),
  exportOverdue: route({
    name: 'contracts.exportOverdue',
    method: 'GET',
    path: `${base}/sheets/overdue`,
    summary: 'What is late on a day as a spreadsheet; recorded',
    admission: permissions.view,
    query: z.object({ onDay: Day.optional() }),
    answers: 'bytes',
  }),
  exportVouchers: route({
    name: 'contracts.exportVouchers',
    method: 'GET',
    path: `${base}/vouchers`,
    summary:
      'Draft entries of a year for the unit’s own books, financial and budgetary side by side; recorded',
    admission: permissions.view,
    query: z.object({ year: Year.optional() }),
    answers: 'bytes',
  }),
} as const;
