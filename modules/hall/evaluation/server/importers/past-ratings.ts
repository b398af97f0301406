import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { cellDay, cellOneOf, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field, type Importer, type RowChange } from '#kernel/imports/importer.ts';

import { Channel, Grade, isBad, permissions } from '../../contract.ts';
import { openBadCase } from '../bad/open-bad-case.ts';
import type { EvaluationDeps } from '../deps.ts';
import { toRow } from '../rating/keep-rating.ts';
import { openService } from '../rating/open-service.ts';
import * as repository from '../repository.ts';
import { findSetOn, readSettings } from '../settings.ts';

const Row = z.object({
  siteCode: cellText(64),
  day: cellDay,
  ticketNo: cellText(10),
  minutesAfter: z.coerce.number().int().min(0).max(10_080),
  channel: cellOneOf(Channel.exclude(['default']).options as [string, ...string[]]),
  grade: cellOneOf(Grade.options as unknown as [string, ...string[]]),
  options: z
    .string()
    .trim()
    .regex(/^(?:\d{3}(?:\|\d{3}){0,9})?$/, '选项编码用 | 分隔｜Codes with | between them'),
  comment: cellOptional(500),
});
type Row = z.infer<typeof Row>;

const fields = [
  field('siteCode', '服务点', 'Site', { isKey: true }),
  field('day', '办理日期', 'Day', { isKey: true }),
  field('ticketNo', '号码', 'Ticket', { isKey: true }),
  field('minutesAfter', '办结后几分钟评价', 'Minutes after the service'),
  field('channel', '渠道', 'Channel', {
    noteZh: Channel.options.join('、'),
    noteEn: Channel.options.join(', '),
  }),
  field('grade', '等级', 'Grade', {
    noteZh: Grade.options.join('、'),
    noteEn: Grade.options.join(', '),
  }),
  field('options', '选项编码', 'Options'),
  field('comment', '意见', 'Comment'),
];

/**
 * Ratings of past visits from the system that a centre had before, joined to their visits by site, day and number.
 * One visit has one; nothing that is recorded here is ever changed. A bad one begins its loop.
 */
export const pastRatingImporter = (deps: EvaluationDeps): Importer =>
  defineImporter<Row>({
    name: 'evaluation.past-ratings',
    title: { 'zh-CN': '历史评价', en: 'Ratings of past days' },
    permission: permissions.manageSettings,
    fields,
    row: Row,
    // Years of ratings are no sheet to compare with; a visit that was rated is passed over.
    listCurrent: () => Promise.resolve([]),
    checkRows: (db, centreId, rows) => checkSites(deps, db, centreId, rows),
    write: (tx, actor, changes) => writeRows(deps, tx, actor, changes),
  });

async function checkSites(
  deps: EvaluationDeps,
  db: Db,
  centreId: number,
  rows: ReadonlyArray<{ readonly rowNumber: number; readonly row: Row }>,
) {
  const { sites } = await deps.organisation.loadDirectory(db, centreId);
  return unknownReferences(rows, 'siteCode', sites.byCode, { 'zh-CN': '服务点', en: 'site' });
}

async function writeRows(
  deps: EvaluationDeps,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<Row>>,
): Promise<void> {
  const [directory, settings] = await Promise.all([
    deps.organisation.loadDirectory(tx, actor.centreId),
    readSettings(tx, actor.centreId),
  ]);
  for (const { after } of changes) {
    const site = directory.sites.byCode.get(after.siteCode);
    if (site === undefined) throw new Error(`${after.siteCode} is not recorded.`);
    await writeRating({ deps, tx, actor, settings }, site.id, after);
  }
}

type Work = Parameters<typeof openBadCase>[0];

async function writeRating(work: Work, siteId: string, row: Row): Promise<void> {
  const { deps, tx, actor } = work;
  const of = { siteId, day: row.day, number: row.ticketNo };
  const visit = await deps.queue.findVisitOfDay(tx, actor.centreId, of);
  if (visit?.endedAt == null) return;
  const known = await repository.findServiceOf(tx, actor.centreId, 'visit', visit.ticketId);
  if (known !== undefined) return;
  const person =
    visit.personId === null
      ? undefined
      : await deps.staff.findPerson(tx, actor.centreId, visit.personId);
  const service = await openService(deps, tx, actor, {
    kind: 'visit',
    subjectId: visit.ticketId,
    ticketNo: visit.number,
    caseId: null,
    caseNo: null,
    matterId: null,
    matterName: { zh: visit.businessNameZh, en: visit.businessNameEn },
    siteId,
    windowId: visit.windowId,
    personId: visit.personId,
    departmentId: person?.departmentId ?? null,
    partyId: null,
    servedAt: visit.endedAt,
    asksAtWindow: false,
  });
  const set = await findSetOn(tx, actor.centreId, row.day);
  const kept = toRow(deps, service, {
    grade: Grade.parse(row.grade),
    options: row.options === '' ? [] : row.options.split('|'),
    comment: row.comment,
    channel: Channel.parse(row.channel),
    optionSetVersion: set.version,
    ratedAt: new Date(visit.endedAt.getTime() + row.minutesAfter * 60_000),
    isAnonymous: true,
    name: '',
    mobile: '',
    dimensions: {},
    wasPressed: false,
    wasKept: false,
    shownForSeconds: null,
    deviceId: null,
    address: null,
  });
  await repository.insertEvaluation(tx, kept);
  repository.updateService(tx, service, { times_rated: 1 });
  if (isBad(kept.grade)) await openBadCase(work, service, kept);
}
