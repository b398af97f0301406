import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import { toPaperDay } from '#kernel/documents/pdf/paper-day.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { PaperForm } from '../../contract.ts';
import type { LicencesDeps } from '../deps.ts';
import { licencePrinted } from '../events.ts';
import { getOwnRow } from '../own-licences.ts';
import { isWithin, reachOfLooks } from '../reach.ts';
import * as repository from '../repository.ts';
import type { KindRow, LicenceRow } from '../tables.ts';
import { type Around, currentState, loadAround, loadMembers } from '../view.ts';
import { licencePaper, licencePicture, toPaperData } from './licence-paper.ts';
import { STATE_WORDS } from './state-words.ts';

export interface PrintedLicence {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A clerk prints a licence. That it was printed is recorded. */
export async function printLicence(
  deps: LicencesDeps,
  actor: Actor,
  licenceId: string,
  form: PaperForm,
): Promise<PrintedLicence> {
  const reach = reachOfLooks(actor);
  const { db } = deps.database;
  const found = await repository.findLicence(db, actor.centreId, licenceId);
  const row = orNotFound(found !== undefined && isWithin(reach, found) ? found : undefined);
  const around = await loadAround(deps, db, actor.centreId);
  return printAndTell(deps, actor, row, around, form);
}

/** A holder takes their own licence home. */
export async function printOwn(
  deps: LicencesDeps,
  actor: Actor,
  licenceId: string,
  form: PaperForm,
): Promise<PrintedLicence> {
  const { row, around } = await getOwnRow(deps, deps.database.db, actor, licenceId);
  return printAndTell(deps, actor, row, around, form);
}

/** The picture of one's own licence for the screen. */
export async function pictureOwn(
  deps: LicencesDeps,
  actor: Actor,
  licenceId: string,
  form: PaperForm,
): Promise<string> {
  const { db } = deps.database;
  const { row, around } = await getOwnRow(deps, db, actor, licenceId);
  const { data } = await compose(deps, db, row, around, form);
  return licencePicture(data, markOf(row, around));
}

export interface CopyQuestion {
  readonly centreId: number;
  readonly licenceId: string;
  /** The last day on which the copy may be used. */
  readonly usableUntil: Day;
}

/**
 * The copy that stands for the paper in a case, with the words that reused papers carry: who gave it, that it is for
 * government services only, and until when. Asks no permission and records nothing: the case does both.
 */
export async function renderCopy(
  deps: LicencesDeps,
  db: Db,
  { centreId, licenceId, usableUntil }: CopyQuestion,
): Promise<PrintedLicence> {
  const row = orNotFound(await repository.findLicence(db, centreId, licenceId));
  const [around, { centre }] = await Promise.all([
    loadAround(deps, db, centreId),
    centreDay(deps, db, centreId),
  ]);
  const day = toPaperDay(usableUntil, 'zh-CN');
  const purpose = `此件由${centre?.nameZh ?? ''}提供，仅供办理政务服务事项时使用，有效期至${day}`;
  const isOver = currentState(row, around) !== 'valid' || row.is_demonstration;
  const mark = isOver ? `${purpose}（${markOf(row, around) ?? ''}）` : purpose;
  return render(deps, db, row, around, { form: 'duplicate', mark });
}

async function printAndTell(
  deps: LicencesDeps,
  actor: Actor,
  row: LicenceRow,
  around: Around,
  form: PaperForm,
): Promise<PrintedLicence> {
  const { db } = deps.database;
  const printed = await render(deps, db, row, around, { form, mark: markOf(row, around) });
  await deps.database.transaction(async (tx) => licencePrinted(tx, deps.clock, actor, row, form));
  return printed;
}

async function compose(
  deps: LicencesDeps,
  db: Db,
  row: LicenceRow,
  around: Around,
  form: PaperForm,
) {
  const kind: KindRow = orNotFound(around.kinds.get(row.kind_code));
  const members = await loadMembers(db, row.centre_id, [row], around);
  return { kind, data: toPaperData(deps, row, kind, members.get(row.licence_id) ?? [], form) };
}

async function render(
  deps: LicencesDeps,
  db: Db,
  row: LicenceRow,
  around: Around,
  { form, mark }: { readonly form: PaperForm; readonly mark: string | undefined },
): Promise<PrintedLicence> {
  const { kind, data } = await compose(deps, db, row, around, form);
  const { bytes } = await licencePaper.render(data, {
    locale: 'zh-CN',
    createdAt: row.issued_at,
    ...(mark === undefined ? {} : { watermark: mark }),
  });
  const suffix = kind.has_duplicate ? `-${form}` : '';
  return { fileName: `${kind.code}-${row.token}${suffix}.pdf`, bytes };
}

/** What is laid across a licence: that it is a demonstration, and a state in which it proves nothing. */
function markOf(row: LicenceRow, around: Around): string | undefined {
  const state = currentState(row, around);
  const marks = [
    ...(row.is_demonstration ? ['演示'] : []),
    ...(state === 'valid' ? [] : [STATE_WORDS[state]['zh-CN']]),
  ];
  return marks.length === 0 ? undefined : marks.join('　');
}
