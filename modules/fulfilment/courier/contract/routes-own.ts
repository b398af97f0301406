import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Contact, OwnParcel } from './shapes.ts';

export const Collection = z.object({
  caseId: Id,
  contents: z.string().trim().min(2).max(200),
  contact: Contact,
});
export type Collection = z.infer<typeof Collection>;

const OWN = '/api/v1/me/parcels';

export const ownRoutes = {
  listOwnParcels: route({
    name: 'courier.listOwnParcels',
    method: 'GET',
    path: OWN,
    summary: 'One’s own parcels and where they are',
    admission: permissions.viewOwn,
    response: z.object({ items: z.array(OwnParcel) }),
    problems: [problems.notLinked],
  }),
  getOwnParcel: route({
    name: 'courier.getOwnParcel',
    method: 'GET',
    path: `${OWN}/:id`,
    summary: 'One of them, as its carrier tells it',
    admission: permissions.viewOwn,
    params: IdParams,
    response: OwnParcel,
    problems: [problems.notLinked],
  }),
  orderCollection: route({
    name: 'courier.orderCollection',
    method: 'POST',
    path: OWN,
    summary: 'Have the papers of one’s own case fetched from home, free where the rules say so',
    admission: permissions.viewOwn,
    body: Collection,
    response: OwnParcel,
    status: 201,
    idempotency: 'required',
    problems: [
      problems.notLinked,
      problems.unknownCase,
      problems.notCollectable,
      problems.notEntitled,
      problems.alreadyOpen,
    ],
  }),
} as const;
