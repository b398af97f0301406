import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, IdParams } from '#kernel/http/shapes.ts';

import { SealKind } from './kinds.ts';
import { Line, Month } from './months.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Claim, entitlementProblems, Version } from './routes-desk.ts';
import { MAKER, MakerSet, OWN, OwnSet, Words } from './shapes.ts';

/** Whether the firm can have its set now; with the reason when it cannot. */
export const Entitlement = z.object({
  firmName: z.string(),
  mayClaim: z.boolean(),
  claimUntil: Day.nullable(),
  reason: Words.nullable(),
});
export type Entitlement = z.infer<typeof Entitlement>;

export const ownRoutes = {
  listOwnSets: route({
    name: 'seals.listOwnSets',
    method: 'GET',
    path: OWN,
    summary: 'The set of one’s firm, and whether one can be claimed',
    admission: permissions.claimOwn,
    response: z.object({ items: z.array(OwnSet), entitlement: Entitlement }),
    problems: [problems.notLinked],
  }),
  claimOwn: route({
    name: 'seals.claimOwn',
    method: 'POST',
    path: OWN,
    summary: 'Claim the free set of one’s firm',
    admission: permissions.claimOwn,
    body: Claim,
    response: OwnSet,
    status: 201,
    idempotency: 'required',
    problems: [...entitlementProblems, problems.notLinked],
  }),
  withdrawOwn: route({
    name: 'seals.withdrawOwn',
    method: 'POST',
    path: `${OWN}/:id/withdrawal`,
    summary: 'Take the claim back before it is engraved',
    admission: permissions.claimOwn,
    params: IdParams,
    body: Version,
    response: OwnSet,
    idempotency: 'optional',
    problems: [problems.notInState, problems.notLinked],
  }),
  drawOwn: route({
    name: 'seals.drawOwn',
    method: 'GET',
    path: `${OWN}/:id/drawings/:kind`,
    summary: 'What will be cut, as SVG',
    admission: permissions.claimOwn,
    params: IdParams.extend({ kind: SealKind }),
    answers: 'bytes',
    problems: [problems.notLinked],
  }),
} as const;

export const MakerList = z.enum(['waiting', 'making', 'done']);
export type MakerList = z.infer<typeof MakerList>;

export const Filing = Version.extend({
  numbers: z
    .array(z.object({ kind: SealKind, number: z.string().trim().min(1).max(20) }))
    .min(1)
    .max(4),
});
export type Filing = z.infer<typeof Filing>;

const act = <B extends z.ZodType>(
  name: string,
  path: string,
  summary: string,
  body: B,
  more: ReadonlyArray<(typeof problems)[keyof typeof problems]> = [],
) =>
  route({
    name: `seals.${name}`,
    method: 'POST',
    path: `${MAKER}/:id/${path}`,
    summary,
    admission: permissions.makeOwn,
    params: IdParams,
    body,
    response: MakerSet,
    idempotency: 'optional',
    problems: [problems.notInState, problems.notAMaker, ...more],
  });

/** Whoever signed in for a maker. */
export const makerRoutes = {
  listMakerSets: route({
    name: 'seals.listMakerSets',
    method: 'GET',
    path: MAKER,
    summary:
      'What the centre gave to this maker, the most urgent first; nothing for who signed in for none',
    admission: permissions.makeOwn,
    query: z.object({ list: MakerList.default('waiting') }),
    response: z.object({
      /** Null for who signed in for no maker. */
      makerName: z.string().nullable(),
      items: z.array(MakerSet),
      counts: z.object({
        waiting: z.number().int(),
        making: z.number().int(),
        overdue: z.number().int(),
      }),
    }),
  }),
  getMakerSet: route({
    name: 'seals.getMakerSet',
    method: 'GET',
    path: `${MAKER}/:id`,
    summary: 'One set that this maker has',
    admission: permissions.makeOwn,
    params: IdParams,
    response: MakerSet,
    problems: [problems.notAMaker],
  }),
  acceptSet: act('acceptSet', 'acceptance', 'Take the work', Version),
  declineSet: act(
    'declineSet',
    'refusal',
    'Give it back with the reason; another maker gets it',
    Version.extend({ reason: z.string().trim().min(2).max(300) }),
  ),
  fileSet: act('fileSet', 'filing', 'The numbers under which the police filed the seals', Filing, [
    problems.numberWrong,
    problems.numberTaken,
    problems.numbersMissing,
  ]),
  engraveSet: act('engraveSet', 'engraving', 'The seals are cut', Version),
  handOverSet: act('handOverSet', 'hand-over', 'The seals are with the centre', Version),
  drawForMaker: route({
    name: 'seals.drawForMaker',
    method: 'GET',
    path: `${MAKER}/:id/drawings/:kind`,
    summary: 'One seal at true measure, as SVG, to cut it by',
    admission: permissions.makeOwn,
    params: IdParams.extend({ kind: SealKind }),
    answers: 'bytes',
    problems: [problems.notAMaker],
  }),
  printForMaker: route({
    name: 'seals.printForMaker',
    method: 'GET',
    path: `${MAKER}/:id/proof`,
    summary: 'The four drawings on paper, true to the millimetre',
    admission: permissions.makeOwn,
    params: IdParams,
    answers: 'bytes',
    ratePerMinute: 120,
    problems: [problems.notAMaker],
  }),
  listMakerLines: route({
    name: 'seals.listMakerLines',
    method: 'GET',
    path: `${MAKER}/months/:month`,
    summary: 'What this maker is paid for in a month, line by line',
    admission: permissions.makeOwn,
    params: z.object({ month: Month }),
    response: z.object({ items: z.array(Line), amount: z.string() }),
    problems: [problems.notAMaker],
  }),
} as const;
