import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Settings } from './settings.ts';
import { BASE, Figures, Filing, FilingLine, ReturnReason, Snapshot, UseLine } from './shapes.ts';
import { CheckPoint, Ground, Stage, Standing } from './state.ts';

const version = z.number().int().min(1);
const reason = z.string().trim().min(2).max(500);

const acting = <B extends z.ZodObject>(
  name: string,
  path: string,
  summary: string,
  admission: (typeof permissions)['check' | 'decide'],
  body: B,
) =>
  route({
    name: `premises.${name}`,
    method: 'POST',
    path: `${BASE}/filings/:id/${path}`,
    summary,
    admission,
    params: IdParams,
    body,
    response: Filing,
    idempotency: 'optional',
    problems: [problems.notInState],
  });

/** What waits for a check, of the town or of the regulator; or everything. */
export const FilingList = z.enum(['waiting', 'all']);
export type FilingList = z.infer<typeof FilingList>;

export const FilingFilter = z.object({
  list: FilingList.optional(),
  standing: Standing.optional(),
  stage: Stage.optional(),
  town: z.string().max(9).optional(),
  endsWithinDays: z.coerce.number().int().min(1).max(365).optional(),
});
export type FilingFilter = z.infer<typeof FilingFilter>;

export const staffRoutes = {
  listFilings: route({
    name: 'premises.listFilings',
    method: 'GET',
    path: `${BASE}/filings`,
    summary:
      'A page of filings, the latest touched first; `search` is a part of a name, address or number',
    admission: permissions.view,
    query: PageQuery.extend(FilingFilter.shape),
    response: pageOf(FilingLine),
  }),
  getFiling: route({
    name: 'premises.getFiling',
    method: 'GET',
    path: `${BASE}/filings/:id`,
    summary: 'One filing with its papers, plan, versions and history',
    admission: permissions.view,
    params: IdParams,
    response: Filing,
  }),
  takeFiling: acting(
    'takeFiling',
    'taking',
    'Take up the check of the town',
    permissions.check,
    z.object({ version }),
  ),
  passFiling: acting(
    'passFiling',
    'passing',
    'Pass on to the regulator; every point of the check was looked at',
    permissions.check,
    z.object({ version, points: z.array(CheckPoint).max(20), reason: z.string().trim().max(500) }),
  ),
  returnByTown: acting(
    'returnByTown',
    'returns/town',
    'Return once, with all reasons',
    permissions.check,
    z.object({ version, reasons: z.array(ReturnReason).min(1).max(50) }),
  ),
  returnByRegulator: acting(
    'returnByRegulator',
    'returns/regulator',
    'Return once, with all reasons',
    permissions.decide,
    z.object({ version, reasons: z.array(ReturnReason).min(1).max(50) }),
  ),
  fileFiling: acting(
    'fileFiling',
    'filing',
    'File it: number and version',
    permissions.decide,
    z.object({ version }),
  ),
  suspendFiling: acting(
    'suspendFiling',
    'suspension',
    'Stop the use of what is filed',
    permissions.decide,
    z.object({ version, ground: Ground, reason }),
  ),
  resumeFiling: acting(
    'resumeFiling',
    'resumption',
    'Open it to use again',
    permissions.decide,
    z.object({ version, reason }),
  ),
  revokeFiling: acting(
    'revokeFiling',
    'revocation',
    'Revoke what is filed',
    permissions.decide,
    z.object({ version, ground: Ground, reason }),
  ),
  setUnitOpen: acting(
    'setUnitOpen',
    'units/standing',
    'Stop the use of one unit, or open it again',
    permissions.decide,
    z.object({ version, unitId: Id, isSuspended: z.boolean(), reason }),
  ),
  setReachable: acting(
    'setReachable',
    'occupants/reach',
    'Note that a firm is not found at its address, or is again',
    permissions.decide,
    z.object({ version, occupancyId: Id, isUnreachable: z.boolean(), reason }),
  ),
  listUses: route({
    name: 'premises.listUses',
    method: 'GET',
    path: `${BASE}/filings/:id/uses`,
    summary: 'Which cases used the filing',
    admission: permissions.view,
    params: IdParams,
    response: z.object({ items: z.array(UseLine) }),
  }),
  getSnapshot: route({
    name: 'premises.getSnapshot',
    method: 'GET',
    path: `${BASE}/units/:unitId/versions/:filedVersion`,
    summary: 'What was filed of a unit in one version, as the cases that cite it saw it',
    admission: 'public',
    params: z.object({ unitId: Id, filedVersion: z.coerce.number().int().min(1) }),
    response: Snapshot,
    problems: [problems.unitUnknown],
  }),
  getFigures: route({
    name: 'premises.getFigures',
    method: 'GET',
    path: `${BASE}/figures`,
    summary: 'Premises filed, reused, and the days that this saved',
    admission: permissions.view,
    response: Figures,
  }),
  getSettings: route({
    name: 'premises.getSettings',
    method: 'GET',
    path: `${BASE}/settings`,
    summary: 'The rules of the premises register',
    admission: 'public',
    response: Settings,
  }),
  changeSettings: route({
    name: 'premises.changeSettings',
    method: 'PUT',
    path: `${BASE}/settings`,
    summary: 'Change the rules of the premises register',
    admission: permissions.manageSettings,
    body: Settings,
    response: Settings,
    idempotency: 'optional',
  }),
} as const;
