import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { DisputeState, Forecast, Line, Month, MonthInFull, MonthSummary } from './months.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { BASE } from './shapes.ts';

const MonthParams = z.object({ month: Month });
const LineParams = MonthParams.extend({ setId: Id });

export const monthRoutes = {
  listMonths: route({
    name: 'seals.listMonths',
    method: 'GET',
    path: `${BASE}/months`,
    summary: 'The months with what was signed, settled and paid',
    admission: permissions.settle,
    response: z.object({ items: z.array(MonthSummary), forecast: Forecast.nullable() }),
  }),
  getMonth: route({
    name: 'seals.getMonth',
    method: 'GET',
    path: `${BASE}/months/:month`,
    summary: 'One month, with each maker’s part',
    admission: permissions.settle,
    params: MonthParams,
    response: MonthInFull,
  }),
  listLines: route({
    name: 'seals.listLines',
    method: 'GET',
    path: `${BASE}/months/:month/lines`,
    summary: 'Its lines: each signed set once',
    admission: permissions.settle,
    params: MonthParams,
    query: PageQuery.extend({ dispute: DisputeState.optional(), makerId: Id.optional() }),
    response: pageOf(Line),
  }),
  exportLines: route({
    name: 'seals.exportLines',
    method: 'GET',
    path: `${BASE}/months/:month/lines/export`,
    summary: 'The lines as a sheet',
    admission: permissions.settle,
    params: MonthParams,
    answers: 'bytes',
    ratePerMinute: 20,
  }),
  closeMonth: route({
    name: 'seals.closeMonth',
    method: 'POST',
    path: `${BASE}/months/:month/closing`,
    summary: 'Add up what was signed by its end and is in no settlement; can be repeated',
    admission: permissions.settle,
    params: MonthParams,
    response: MonthInFull,
    idempotency: 'optional',
    problems: [problems.monthNotOver, problems.monthHandedOn, problems.noContract],
  }),
  disputeLine: route({
    name: 'seals.disputeLine',
    method: 'POST',
    path: `${BASE}/months/:month/lines/:setId/dispute`,
    summary: 'Say what is wrong with a line; it is not paid before that is settled',
    admission: permissions.settle,
    params: LineParams,
    body: z.object({ reason: z.string().trim().min(2).max(300) }),
    response: Line,
    idempotency: 'optional',
    problems: [problems.monthHandedOn, problems.lineSettled],
  }),
  judgeLine: route({
    name: 'seals.judgeLine',
    method: 'POST',
    path: `${BASE}/months/:month/lines/:setId/judgement`,
    summary: 'Keep a disputed line or drop it for good',
    admission: permissions.settle,
    params: LineParams,
    body: z.object({ keeps: z.boolean(), reason: z.string().trim().min(2).max(300) }),
    response: Line,
    idempotency: 'optional',
    problems: [problems.monthHandedOn, problems.lineSettled],
  }),
  handOnMonth: route({
    name: 'seals.handOnMonth',
    method: 'POST',
    path: `${BASE}/months/:month/handing-on`,
    summary: 'Hand the month on to be checked, approved and paid',
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
