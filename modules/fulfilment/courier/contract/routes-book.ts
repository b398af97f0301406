import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { IdParams } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { BASE, HandOver, Parcel } from './shapes.ts';

/** A batch with what was in it. */
export const HandOverInFull = HandOver.extend({ items: z.array(Parcel) });
export type HandOverInFull = z.infer<typeof HandOverInFull>;

export const bookRoutes = {
  listHandOvers: route({
    name: 'courier.listHandOvers',
    method: 'GET',
    path: `${BASE}/hand-overs`,
    summary: 'The hand-over book, the newest first',
    admission: permissions.view,
    response: z.object({ items: z.array(HandOver) }),
  }),
  getHandOver: route({
    name: 'courier.getHandOver',
    method: 'GET',
    path: `${BASE}/hand-overs/:id`,
    summary: 'A batch of the book, parcel by parcel',
    admission: permissions.view,
    params: IdParams,
    response: HandOverInFull,
  }),
  printHandOver: route({
    name: 'courier.printHandOver',
    method: 'GET',
    path: `${BASE}/hand-overs/:id/paper`,
    summary: 'The hand-over list on A4, with the places to sign',
    admission: permissions.view,
    params: IdParams,
    answers: 'bytes',
  }),
} as const;
