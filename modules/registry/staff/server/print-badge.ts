import { buffer } from 'node:stream/consumers';

import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { findCentre } from '#kernel/centre/centre.ts';
import type { Artwork } from '#kernel/documents/pdf/artwork.ts';
import type { Locale } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type Person, permissions } from '../contract.ts';
import { badgePaper } from './badge-paper.ts';
import type { StaffDeps } from './deps.ts';
import { badgePrinted } from './events.ts';
import { PHOTO_PURPOSE } from './photo.ts';
import { authoriseFor } from './reach.ts';
import { findPerson } from './repository.ts';
import { refuseLeft } from './save-person.ts';
import { loadSurroundings, toPerson } from './surroundings.ts';

const ARTWORK: Readonly<Record<string, 'png' | 'jpeg'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
};

export interface BadgeFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The badge of somebody who works here, as a paper to print. That it was printed is audited. */
export async function printBadge(
  deps: StaffDeps,
  actor: Actor,
  personId: string,
  locale: Locale,
): Promise<BadgeFile> {
  if (!mayAnywhere(actor, permissions.view.name)) authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const row = orNotFound(await findPerson(db, actor.centreId, personId));
  const around = await loadSurroundings(deps, db, actor.centreId);
  authoriseFor(actor, permissions.view, row, around);
  refuseLeft(row, around);
  const person = toPerson(row, around);
  const [centre, photo] = await Promise.all([
    findCentre(db, actor.centreId),
    readPhoto(deps, actor, person),
  ]);
  const { bytes } = await badgePaper.render(
    {
      centreZh: centre?.nameZh ?? '',
      centreEn: centre?.nameEn ?? '',
      nameZh: person.nameZh,
      nameEn: person.nameEn,
      employeeNo: person.employeeNo,
      postZh: person.postNameZh,
      postEn: person.postNameEn,
      bodyZh: person.departmentNameZh || person.officeNameZh,
      bodyEn: person.departmentNameEn || person.officeNameEn,
      windows: person.windows.filter(({ part }) => part === 'a').map((one) => one.windowNumber),
      photo,
    },
    {
      locale,
      createdAt: deps.clock.now(),
      ...(person.isDemonstration ? { watermark: locale === 'en' ? 'Demonstration' : '演示' } : {}),
    },
  );
  await deps.database.transaction(async (tx) => badgePrinted(tx, deps.clock, actor, row));
  return { fileName: `badge-${person.employeeNo}.pdf`, bytes };
}

/** The picture for the badge; one that waits for the virus scan, or that paper cannot show, leaves its frame empty. */
async function readPhoto(deps: StaffDeps, actor: Actor, person: Person): Promise<Artwork | null> {
  if (person.photoFileId === null) return null;
  const { db } = deps.database;
  const photo = await deps.files.getFile(db, actor, person.photoFileId, PHOTO_PURPOSE);
  const kind = ARTWORK[photo.mediaType];
  if (kind === undefined || photo.state !== 'available') return null;
  return { kind, bytes: await buffer(await photo.open()) };
}
