import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { CarrierKind, UseRole } from './kinds.ts';
import { problems } from './problems.ts';
import { CarrierCard, FoundUnit, Plan, PUBLIC, Refusal, Town } from './shapes.ts';

const flag = z.enum(['true', 'false']).optional();

export const publicRoutes = {
  listCarriers: route({
    name: 'premises.listCarriers',
    method: 'GET',
    path: `${PUBLIC}/carriers`,
    summary: 'Carriers with something filed, by name, kind and town',
    admission: 'public',
    query: z.object({
      search: z.string().trim().max(100).optional(),
      kind: CarrierKind.optional(),
      town: z.string().max(9).optional(),
      free: flag,
    }),
    response: z.object({ items: z.array(CarrierCard), towns: z.array(Town) }),
  }),
  getCarrier: route({
    name: 'premises.getCarrier',
    method: 'GET',
    path: `${PUBLIC}/carriers/:id`,
    summary: 'A carrier with the plans of its floors',
    admission: 'public',
    params: IdParams,
    response: z.object({ carrier: CarrierCard, plans: z.array(Plan) }),
    problems: [problems.unitUnknown],
  }),
  searchUnits: route({
    name: 'premises.searchUnits',
    method: 'GET',
    path: `${PUBLIC}/units`,
    summary: 'Units that are filed, by address, carrier or room',
    admission: 'public',
    query: PageQuery.extend({
      kind: CarrierKind.optional(),
      town: z.string().max(9).optional(),
      free: flag,
    }),
    response: pageOf(FoundUnit),
  }),
  findUnit: route({
    name: 'premises.findUnit',
    method: 'GET',
    path: `${PUBLIC}/units/:ref`,
    summary: 'One unit, by its id or by the code on its door',
    admission: 'public',
    params: z.object({ ref: z.string().min(8).max(64) }),
    response: FoundUnit.extend({
      operatorName: z.string(),
      phone: z.string(),
      refusals: z.array(Refusal),
      firms: z.array(z.object({ name: z.string(), role: UseRole })),
      doorUrl: z.string(),
      isDemonstration: z.boolean(),
    }),
    problems: [problems.unitUnknown],
  }),
  checkUse: route({
    name: 'premises.checkUse',
    method: 'POST',
    path: `${PUBLIC}/units/:id/checks`,
    summary: 'Every reason why a subject could not use a unit',
    admission: 'public',
    params: z.object({ id: Id }),
    body: z.object({
      role: UseRole,
      name: z.string().trim().max(200),
      creditCode: z.string().trim().max(18),
      scope: z.string().max(10_000),
      isSoleTrader: z.boolean(),
      version: z.number().int().nullable(),
    }),
    response: z.object({ refusals: z.array(Refusal) }),
    ratePerMinute: 120,
    problems: [problems.unitUnknown],
  }),
} as const;
