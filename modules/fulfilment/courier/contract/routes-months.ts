import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { BillLine, Difference, Month, MonthInFull, MonthSummary, Verdict } from './months.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { BASE } from './shapes.ts';

const MonthParams = z.object({ month: Month });

export const LineFilter = z.object({
  difference: Difference.optional(),
  verdict: Verdict.optional(),
});
export type LineFilter = z.infer<typeof LineFilter>;

export const monthRoutes = {
  listMonths: route({
    name: 'courier.listMonths',
    method: 'GET',
    path: `${BASE}/months`,
    summary: 'The months with what was delivered, billed, agreed and paid',
    admission: permissions.settle,
    response: z.object({ items: z.array(MonthSummary) }),
  }),
  getMonth: route({
    name: 'courier.getMonth',
    method: 'GET',
    path: `${BASE}/months/:month`,
    summary: 'One month with the differences of its bill by kind',
    admission: permissions.settle,
    params: MonthParams,
    response: MonthInFull,
  }),
  takeBill: route({
    name: 'courier.takeBill',
    method: 'POST',
    path: `${BASE}/months/:month/bill`,
    summary:
      'Match the carrier’s bill, an uploaded sheet, parcel by parcel; another one replaces it',
    admission: permissions.settle,
    params: MonthParams,
    body: z.object({ fileId: Id }),
    response: MonthInFull,
    idempotency: 'optional',
    problems: [
      problems.monthNotOver,
      problems.monthHandedOn,
      problems.noContract,
      problems.billUnreadable,
    ],
  }),
  listLines: route({
    name: 'courier.listLines',
    method: 'GET',
    path: `${BASE}/months/:month/lines`,
    summary: 'The lines of the bill; `search` is a number of a parcel',
    admission: permissions.settle,
    params: MonthParams,
    query: PageQuery.extend(LineFilter.shape),
    response: pageOf(BillLine),
  }),
  exportLines: route({
    name: 'courier.exportLines',
    method: 'GET',
    path: `${BASE}/months/:month/lines/export`,
    summary: 'The lines as a sheet, for the carrier to answer; recorded',
    admission: permissions.settle,
    params: MonthParams,
    query: LineFilter,
    answers: 'bytes',
    ratePerMinute: 20,
  }),
  judgeLine: route({
    name: 'courier.judgeLine',
    method: 'POST',
    path: `${BASE}/months/:month/lines/:rowNumber/judgement`,
    summary: 'Pay a differing line at the contract’s price, drop it, or take that back',
    admission: permissions.settle,
    params: MonthParams.extend({ rowNumber: z.coerce.number().int().min(1) }),
    body: z.object({
      verdict: Verdict.exclude(['agreed']),
      reason: z.string().trim().min(2).max(300),
    }),
    response: BillLine,
    idempotency: 'optional',
    problems: [problems.lineSettled, problems.notPayable, problems.alreadyBilled],
  }),
  handOnMonth: route({
    name: 'courier.handOnMonth',
    method: 'POST',
    path: `${BASE}/months/:month/handing-on`,
    summary: 'Hand what is agreed on to be checked, approved and paid',
    admission: permissions.settle,
    params: MonthParams,
    body: z.object({ version: z.number().int().min(1) }),
    response: MonthInFull,
    idempotency: 'optional',
    problems: [
      problems.monthHandedOn,
      problems.monthOpen,
      problems.noContract,
      problems.nothingToSettle,
    ],
  }),
} as const;
