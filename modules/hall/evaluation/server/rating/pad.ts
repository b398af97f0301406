import { buffer } from 'node:stream/consumers';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { Directory, WindowRef } from '#modules/registry/organisation/index.ts';
import type { StaffRef } from '#modules/registry/staff/index.ts';

import {
  type EvaluationSettings,
  type PadInvitation,
  type PadRating,
  type PadView,
  permissions,
  problems,
  type Text,
} from '../../contract.ts';
import { toPadConfirmation } from '../confirm/view-confirmation.ts';
import type { EvaluationDeps } from '../deps.ts';
import { findAsked } from '../repository-confirmations.ts';
import * as repository from '../repository.ts';
import { requireAfterService, requireFits, requireOpen } from '../rules/rating.ts';
import { findSet, findSetOn, readSettings } from '../settings.ts';
import type { ServiceRow } from '../tables.ts';
import { keepRating } from './keep-rating.ts';
import { toRateable } from './rateable.ts';

export interface Pad {
  readonly deviceId: string;
  readonly windowId: string;
}

/** The pad behind the key that was used, and its window; refuses everything else. */
export async function getPad(deps: EvaluationDeps, db: Db, actor: Actor): Promise<Pad> {
  authorise(actor, permissions.collect.name, { ownerId: actor.id });
  const device =
    actor.kind === 'device'
      ? await deps.devices.findDeviceOfAccount(db, actor.centreId, actor.id)
      : undefined;
  if (device === undefined || device.windowId === null) throw new ProblemError(problems.notAPad);
  return { deviceId: device.id, windowId: device.windowId };
}

interface StandingAt {
  readonly person: StaffRef | undefined;
  readonly isPaused: boolean;
  readonly pauseReason: string;
}

/** Who sits at the window: whoever signed in to call, else whoever is stationed there today. */
async function findPersonAt(
  deps: EvaluationDeps,
  db: Db,
  centreId: number,
  windowId: string,
): Promise<StandingAt> {
  const signedIn = await deps.queue.findSignedIn(db, centreId, windowId);
  const standing =
    signedIn === undefined ? await deps.staff.whoStandsAt(db, centreId, windowId) : undefined;
  const personId = signedIn?.personId ?? standing?.person?.id;
  return {
    person:
      personId === undefined ? undefined : await deps.staff.findPerson(db, centreId, personId),
    isPaused: signedIn?.isPaused ?? false,
    pauseReason: signedIn?.pauseReason ?? '',
  };
}

const NAMELESS = { nameZh: '', nameEn: '' };
const nameOf = (ref: { readonly nameZh: string; readonly nameEn: string } | undefined) =>
  ref === undefined ? NAMELESS : { nameZh: ref.nameZh, nameEn: ref.nameEn };

/** What the pad shows now, with everything it needs while it is cut off. */
export async function getPadView(deps: EvaluationDeps, actor: Actor): Promise<PadView> {
  const { db } = deps.database;
  const { centreId } = actor;
  const pad = await getPad(deps, db, actor);
  const [directory, settings, at, invited, set, asked] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    readSettings(db, centreId),
    findPersonAt(deps, db, centreId, pad.windowId),
    repository.findInvited(db, centreId, pad.windowId),
    todayOf(deps, db, centreId).then((today) => findSetOn(db, centreId, today)),
    findAsked(db, centreId, pad.windowId),
  ]);
  const window = orNotFound(directory.windows.byId.get(pad.windowId));
  const now = deps.clock.now();
  const invitation = toInvitation(invited, settings, now);
  return {
    mode: modeOf(invitation, at),
    serverTime: now.toISOString(),
    window: { id: window.id, number: window.number, ...nameOf(window) },
    ...(await toStaticPart(deps, db, centreId, { directory, window, person: at.person })),
    pauseReason: at.pauseReason,
    invitation,
    confirmation: toPadConfirmation(deps.cipher, asked, now),
    optionSet: { version: set.version, options: set.options },
    padSeconds: settings.padSeconds,
    thanksSeconds: settings.thanksSeconds,
    qr: `${deps.publicUrl}/rate/window/${window.id}`,
  };
}

function modeOf(invitation: PadInvitation | null, at: StandingAt): PadView['mode'] {
  if (invitation !== null) return 'dynamic';
  if (at.isPaused) return 'paused';
  return at.person === undefined ? 'closed' : 'static';
}

/** The service asked about, until its seconds are over or somebody answered. */
function toInvitation(
  row: ServiceRow | undefined,
  { padSeconds }: EvaluationSettings,
  now: Date,
): PadInvitation | null {
  if (row === undefined || row.invited_at === null || row.lapsed_at !== null) return null;
  const asksUntil = new Date(row.invited_at.getTime() + padSeconds * 1_000);
  if (row.times_rated > 0 || asksUntil.getTime() <= now.getTime()) return null;
  return {
    serviceId: row.service_id,
    ticketNo: row.ticket_no,
    caseNo: row.case_no,
    matterName: row.matter_name as Text | null,
    servedAt: row.served_at.toISOString(),
    invitedAt: row.invited_at.toISOString(),
    asksUntil: asksUntil.toISOString(),
  };
}

interface AtWindow {
  readonly directory: Directory;
  readonly window: WindowRef;
  readonly person: StaffRef | undefined;
}

async function toStaticPart(
  deps: EvaluationDeps,
  db: Db,
  centreId: number,
  { directory, window, person }: AtWindow,
): Promise<Pick<PadView, 'site' | 'department' | 'person'>> {
  const department = directory.departments.byId.get(person?.departmentId ?? '');
  const post =
    person === undefined ? undefined : await deps.staff.findPost(db, centreId, person.postCode);
  return {
    site: nameOf(directory.sites.byId.get(window.siteId)),
    department: department === undefined ? null : nameOf(department),
    person:
      person === undefined
        ? null
        : {
            ...nameOf(person),
            employeeNo: person.employeeNo,
            postZh: post?.nameZh ?? '',
            postEn: post?.nameEn ?? '',
            hasPhoto: person.photoFileId !== null,
            photoKey: person.photoFileId ?? '',
          },
  };
}

/** The photo of who stands at the window, for the static page; the pad keeps it. */
export async function getPadPhoto(deps: EvaluationDeps, actor: Actor) {
  const { db } = deps.database;
  const pad = await getPad(deps, db, actor);
  const { person } = await findPersonAt(deps, db, actor.centreId, pad.windowId);
  const fileId = orNotFound(person?.photoFileId ?? undefined);
  const file = await deps.files.getFile(db, actor, fileId, 'staff.photo');
  return { mediaType: file.mediaType, bytes: await buffer(await file.open()) };
}

/** A kept rating of a pad that was cut off may be older than the pad's seconds, but not than this. */
const KEPT_FOR_MS = 7 * 86_400_000;

/** Keeps a rating of the pad once. One that was kept while the network was away is taken with the time it was given. */
export async function submitPadRating(
  deps: EvaluationDeps,
  actor: Actor,
  input: PadRating,
  once: Once,
) {
  return deps.database.transaction(async (tx) => {
    const { centreId } = actor;
    const pad = await getPad(deps, tx, actor);
    const service = orNotFound(await repository.lockService(tx, centreId, input.serviceId));
    if (service.window_id !== pad.windowId || service.invited_at === null)
      throw new ProblemError(problems.notInvited);
    const [settings, set, today] = await Promise.all([
      readSettings(tx, centreId),
      findSet(tx, centreId, input.optionSetVersion),
      todayOf(deps, tx, centreId),
    ]);
    if (service.times_rated > 0) throw new ProblemError(problems.alreadyRated);
    requireOpen(toRateable(service, settings, null), today);
    const ratedAt = toRatedAt(new Date(input.ratedAt), input.wasKept, deps.clock.now());
    requireAfterService(ratedAt, service.served_at);
    requireFits(input, set?.options ?? []);
    const row = await keepRating({ deps, tx, actor, settings }, service, {
      ...input,
      channel: 'pad',
      ratedAt,
      isAnonymous: true,
      name: '',
      mobile: '',
      dimensions: {},
      wasPressed: false,
      deviceId: pad.deviceId,
      address: null,
    });
    const answer = { evaluationId: row.evaluation_id, thanksSeconds: settings.thanksSeconds };
    once.claim(tx, answer);
    return answer;
  });
}

/** The pad's clock is believed only for what it kept, and never into the future. */
function toRatedAt(said: Date, wasKept: boolean, now: Date): Date {
  const age = now.getTime() - said.getTime();
  return wasKept && age > 0 && age < KEPT_FOR_MS ? said : now;
}

/** Nobody answered: the pad goes back to the static page, and the link stays open. */
export async function lapsePadInvitation(deps: EvaluationDeps, actor: Actor, serviceId: string) {
  return deps.database.transaction(async (tx) => {
    const pad = await getPad(deps, tx, actor);
    const service = orNotFound(await repository.lockService(tx, actor.centreId, serviceId));
    if (service.window_id !== pad.windowId) throw new ProblemError(problems.notAPad);
    if (service.lapsed_at === null && service.times_rated === 0)
      repository.updateService(tx, service, { lapsed_at: deps.clock.now() });
    return { done: true } as const;
  });
}
