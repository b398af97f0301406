import { Readable } from 'node:stream';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import type { Db } from '#kernel/db/types.ts';
import type { SheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import {
  type Channel,
  channelWords,
  type FigureGroup,
  type Figures,
  type FiguresQuery,
  type GroupBy,
  permissions,
} from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { loadNames, type Names } from '../names.ts';
import * as repository from '../repository-look.ts';
import { addCounts, type Counts, noCounts, toFigures } from '../rules/figures.ts';
import { loadOptionWords } from '../settings.ts';
import { seenBy } from './list-evaluations.ts';

/** What was counted, by the key of the group. */
export async function countGroups(
  db: Db,
  centreId: number,
  period: repository.Period,
  by: GroupBy,
): Promise<ReadonlyMap<string, Counts>> {
  const [due, grades, bad] = await Promise.all([
    by === 'channel' ? [] : repository.countDue(db, centreId, period, by),
    repository.countGrades(db, centreId, period, by),
    repository.countBad(db, centreId, period, by),
  ]);
  const groups = new Map<string, Counts>();
  const add = (key: string, counts: Partial<Counts>) =>
    groups.set(key, addCounts(groups.get(key) ?? noCounts, { ...noCounts, ...counts }));
  for (const row of due) add(row.key, { due: row.due });
  for (const row of grades) add(row.key, toCounts(row));
  for (const row of bad) {
    add(row.key, {
      bad: row.bad,
      badExcluded: row.excluded,
      rectified: row.rectified,
      rectifiedOnTime: row.on_time,
      namedBad: row.named,
      calledBack: row.called_back,
    });
  }
  return groups;
}

function toCounts({ number, standing, grade, count }: repository.GradeCount): Partial<Counts> {
  if (number === 0) return { defaults: count };
  if (standing === 'excluded') return { excluded: count };
  return {
    grades: { ...noCounts.grades, [grade]: count },
    suspect: standing === 'suspect' ? count : 0,
  };
}

export const sumOf = (groups: ReadonlyMap<string, Counts>): Counts =>
  [...groups.values()].reduce(addCounts, noCounts);

/** Rates and counts of a period, of what the actor may see. */
export async function showFigures(
  deps: EvaluationDeps,
  actor: Actor,
  query: FiguresQuery,
  permission: string = permissions.view.name,
): Promise<Figures> {
  const { db } = deps.database;
  const { centreId } = actor;
  const period = { ...query, ...(await seenBy(deps, db, actor, permission)) };
  const [groups, days, channels, options, wordsOf] = await Promise.all([
    countGroups(db, centreId, period, query.by),
    countGroups(db, centreId, period, 'day'),
    repository.countChannels(db, centreId, period),
    repository.countOptions(db, centreId, period, 20),
    loadOptionWords(db, centreId),
  ]);
  return {
    ...query,
    whole: toFigures(sumOf(days)),
    groups: await toGroups(deps, db, centreId, query.by, groups),
    days: [...days]
      .map(([day, counts]) => toDayCount(day, counts))
      .toSorted((one, other) => one.day.localeCompare(other.day)),
    channels,
    options: options.map(({ code, version, count }) => ({ ...wordsOf(version, code), count })),
  };
}

function toDayCount(day: string, counts: Counts) {
  const { active, grades } = toFigures(counts);
  return { day, active, bad: grades.dissatisfied + grades['very-dissatisfied'] };
}

/** Groups with their names, the largest first; time in its order. */
export async function toGroups(
  deps: EvaluationDeps,
  db: Db,
  centreId: number,
  by: GroupBy,
  groups: ReadonlyMap<string, Counts>,
): Promise<FigureGroup[]> {
  const keys = [...groups.keys()];
  const names = await loadNames(deps, db, centreId, by === 'person' ? keys.filter(Boolean) : []);
  const matters = by === 'matter' ? await repository.nameMatters(db, centreId, keys) : new Map();
  const made = [...groups].map(([key, counts]) => ({
    key,
    ...nameOf(by, key, names, matters),
    figures: toFigures(counts),
  }));
  const isTime = by === 'day' || by === 'month';
  return made.toSorted((one, other) =>
    isTime
      ? one.key.localeCompare(other.key)
      : other.figures.due - one.figures.due || other.figures.active - one.figures.active,
  );
}

/** What is called a group of services that belong to none. */
const NAMELESS = {
  department: { nameZh: '未归属部门', nameEn: 'Of no department' },
  window: { nameZh: '未经窗口', nameEn: 'At no window' },
  person: { nameZh: '未记录人员', nameEn: 'Nobody named' },
  matter: { nameZh: '未关联事项', nameEn: 'Of no matter' },
} as const;

const both = (name: string) => ({ nameZh: name, nameEn: name });

function nameOf(
  by: GroupBy,
  key: string,
  { directory, people }: Names,
  matters: ReadonlyMap<string, string>,
): { readonly nameZh: string; readonly nameEn: string } {
  switch (by) {
    case 'department':
      return directory.departments.byId.get(key) ?? NAMELESS.department;
    case 'window': {
      const window = directory.windows.byId.get(key);
      return window === undefined
        ? NAMELESS.window
        : {
            nameZh: `${window.number} 号 ${window.nameZh}`,
            nameEn: `${window.number} ${window.nameEn}`,
          };
    }
    case 'person':
      return people.get(key) ?? NAMELESS.person;
    case 'channel':
      return {
        nameZh: channelWords[key as Channel]['zh-CN'],
        nameEn: channelWords[key as Channel].en,
      };
    case 'matter':
      return key === '' ? NAMELESS.matter : both(matters.get(key) ?? key);
    case 'day':
    case 'month':
      return both(key);
  }
}

const COLUMNS = [
  { type: 'text', key: 'name', heading: { 'zh-CN': '分组', en: 'Group' } },
  { type: 'integer', key: 'due', heading: { 'zh-CN': '应评', en: 'Due' } },
  { type: 'integer', key: 'active', heading: { 'zh-CN': '主动评价', en: 'Rated' } },
  { type: 'integer', key: 'defaults', heading: { 'zh-CN': '默认', en: 'Defaults' } },
  { type: 'text', key: 'activeRate', heading: { 'zh-CN': '主动评价率', en: 'Rating rate' } },
  { type: 'text', key: 'goodRate', heading: { 'zh-CN': '好评率', en: 'Good rate' } },
  { type: 'text', key: 'badRate', heading: { 'zh-CN': '差评率', en: 'Bad rate' } },
  { type: 'text', key: 'mean', heading: { 'zh-CN': '平均分（10 分）', en: 'Mean of ten' } },
  { type: 'integer', key: 'bad', heading: { 'zh-CN': '差评', en: 'Bad' } },
  { type: 'text', key: 'rectifiedRate', heading: { 'zh-CN': '差评整改率', en: 'Mended rate' } },
  { type: 'text', key: 'onTimeRate', heading: { 'zh-CN': '按期整改率', en: 'Mended in time' } },
  { type: 'text', key: 'calledBackRate', heading: { 'zh-CN': '回访率', en: 'Called back' } },
  { type: 'integer', key: 'excluded', heading: { 'zh-CN': '剔除', en: 'Excluded' } },
] as const satisfies SheetColumns;

/** A rate as a sheet shows it; empty without data, never 100 %. */
const percent = (value: number | null): string =>
  value === null ? '' : `${(Math.round(value * 10_000) / 100).toString()}%`;

/** The groups as a workbook; the export is recorded first. */
export async function exportFigures(
  deps: EvaluationDeps,
  actor: Actor,
  query: FiguresQuery,
  locale: Locale,
): Promise<Readable> {
  const { groups } = await showFigures(deps, actor, query, permissions.export.name);
  await deps.database.transaction(async (tx) =>
    recordLook(tx, deps.clock, actor, {
      act: permissions.export.name,
      subject: { kind: 'evaluation.figures', id: query.by },
      fields: [query.from, query.to],
    }),
  );
  const rows = groups.map(({ nameZh, nameEn, figures }) => ({
    name: locale === 'en' ? nameEn : nameZh,
    due: figures.due,
    active: figures.active,
    defaults: figures.defaults,
    activeRate: percent(figures.activeRate.value),
    goodRate: percent(figures.goodRate.value),
    badRate: percent(figures.badRate.value),
    mean: figures.mean === null ? '' : String(figures.mean),
    bad: figures.bad,
    rectifiedRate: percent(figures.rectifiedRate.value),
    onTimeRate: percent(figures.onTimeRate.value),
    calledBackRate: percent(figures.calledBackRate.value),
    excluded: figures.excluded,
  }));
  const sheetName = locale === 'en' ? 'Ratings' : '好差评统计';
  return Readable.from(streamXlsx(rows, COLUMNS, { locale, sheetName }));
}
