import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Settings } from './settings.ts';
import {
  BodyInput,
  Carrier,
  CarrierInput,
  Filing,
  FilingLine,
  OWN,
  Town,
  UnitPreview,
  UseLine,
} from './shapes.ts';

const Versioned = z.object({ version: z.number().int().min(1) });

const acting = (name: string, path: string, summary: string) =>
  route({
    name: `premises.${name}`,
    method: 'POST',
    path: `${OWN}/filings/:id/${path}`,
    summary,
    admission: permissions.operateOwn,
    params: IdParams,
    body: Versioned,
    response: Filing,
    idempotency: 'optional',
    problems: [problems.notFirm, problems.notInState, problems.incomplete, problems.addressTaken],
  });

/** What a firm does for the premises that it runs. */
export const ownRoutes = {
  listOwn: route({
    name: 'premises.listOwn',
    method: 'GET',
    path: OWN,
    summary:
      'The carriers and filings of the firm that the visitor acts for; nothing when they act for none',
    admission: permissions.operateOwn,
    response: z.object({
      /** Null for who acts for no firm. */
      firm: z.string().nullable(),
      carriers: z.array(Carrier),
      filings: z.array(FilingLine),
      towns: z.array(Town),
    }),
  }),
  createCarrier: route({
    name: 'premises.createCarrier',
    method: 'POST',
    path: `${OWN}/carriers`,
    summary: 'Enter a carrier that the firm runs',
    admission: permissions.operateOwn,
    body: CarrierInput,
    response: Carrier,
    status: 201,
    idempotency: 'required',
    problems: [problems.notFirm, problems.townUnknown],
  }),
  changeCarrier: route({
    name: 'premises.changeCarrier',
    method: 'PUT',
    path: `${OWN}/carriers/:id`,
    summary: 'Change a carrier; once something of it is filed, kind and town stay',
    admission: permissions.operateOwn,
    params: IdParams,
    body: CarrierInput.extend(Versioned.shape),
    response: Carrier,
    idempotency: 'optional',
    problems: [problems.notFirm, problems.townUnknown],
  }),
  createFiling: route({
    name: 'premises.createFiling',
    method: 'POST',
    path: `${OWN}/filings`,
    summary: 'Begin the filing of a building of a carrier',
    admission: permissions.operateOwn,
    body: z.object({ carrierId: Id, name: z.string().trim().min(1).max(200) }),
    response: Filing,
    status: 201,
    idempotency: 'required',
    problems: [problems.notFirm],
  }),
  getOwnFiling: route({
    name: 'premises.getOwnFiling',
    method: 'GET',
    path: `${OWN}/filings/:id`,
    summary: 'A filing of the firm, with what keeps it from being submitted',
    admission: permissions.operateOwn,
    params: IdParams,
    response: Filing.extend({ settings: Settings, district: z.string() }),
    problems: [problems.notFirm],
  }),
  saveFiling: route({
    name: 'premises.saveFiling',
    method: 'PUT',
    path: `${OWN}/filings/:id/draft`,
    summary: 'Save the building, its units and proofs',
    admission: permissions.operateOwn,
    params: IdParams,
    body: BodyInput.extend(Versioned.shape),
    response: Filing,
    idempotency: 'optional',
    bodyLimit: 4 * 1024 * 1024,
    problems: [problems.notFirm, problems.notInState],
  }),
  previewUnits: route({
    name: 'premises.previewUnits',
    method: 'POST',
    path: `${OWN}/filings/:id/units/preview`,
    summary:
      'Read a sheet of units (xlsx or CSV) and say, row by row, what it would do; nothing is changed',
    admission: permissions.operateOwn,
    params: IdParams,
    response: UnitPreview,
    upload: true,
    bodyLimit: 8 * 1024 * 1024,
    problems: [problems.notFirm],
  }),
  unitTemplate: route({
    name: 'premises.unitTemplate',
    method: 'GET',
    path: `${OWN}/unit-template`,
    summary: 'The empty sheet of units',
    admission: permissions.operateOwn,
    answers: 'bytes',
  }),
  submitFiling: acting('submitFiling', 'submission', 'Submit; refused with every reason at once'),
  retractFiling: acting('retractFiling', 'retraction', 'Take back what nobody has taken up'),
  discardFiling: acting('discardFiling', 'discarding', 'Give up what is being written'),
  beginChange: acting('beginChange', 'change', 'Begin the next version; the one in force stays'),
  beginRenewal: acting('beginRenewal', 'renewal', 'Begin a renewal'),
  listOwnUses: route({
    name: 'premises.listOwnUses',
    method: 'GET',
    path: `${OWN}/filings/:id/uses`,
    summary: 'Which cases used the filing',
    admission: permissions.operateOwn,
    params: IdParams,
    response: z.object({ items: z.array(UseLine) }),
    problems: [problems.notFirm],
  }),
  reportLeft: route({
    name: 'premises.reportLeft',
    method: 'POST',
    path: `${OWN}/filings/:id/departures`,
    summary: 'Report that a firm has left its unit',
    admission: permissions.operateOwn,
    params: IdParams,
    body: z.object({ occupancyId: Id, reason: z.string().trim().min(2).max(300) }),
    response: Filing,
    idempotency: 'optional',
    problems: [problems.notFirm],
  }),
} as const;
