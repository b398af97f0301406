import { z } from 'zod';

import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import { describeIssue } from '#kernel/http/describe-issue.ts';
import { cellInteger, cellList, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { field } from '#kernel/imports/importer.ts';
import type { SheetRead } from '#kernel/imports/sheets.ts';

import {
  addressKey,
  type Building,
  Excluded,
  excludedWords,
  type Unit,
  unitAddress,
  type UnitPreview,
} from '../../contract.ts';

/** The columns of a sheet of units. */
export const unitFields = [
  field('floor', '楼层', 'Floor', { noteZh: '地下写负数', noteEn: 'Below ground as -1' }),
  field('roomNo', '房号', 'Room', { isKey: true }),
  field('areaM2', '建筑面积（平方米）', 'Area m²'),
  field('maxSubjects', '最多登记主体数', 'Subjects at most'),
  field('excluded', '不可登记部位', 'Closed part', {
    noteZh: `可留空；${Object.values(excludedWords)
      .map((words) => words['zh-CN'])
      .join('、')}`,
    noteEn: 'May be empty',
  }),
  field('groupCodes', '同一控制人信用代码', 'Codes of one controller', {
    noteZh: '多个用 | 分开',
    noteEn: 'Several joined by |',
  }),
];

/** An area as people write it: 85, 85.5, 1,200.00. */
export const cellArea = cellText(20)
  .transform((text) => text.replaceAll(',', ''))
  .superRefine((text, context) => {
    if (!/^\d{1,7}(\.\d{1,2})?$/u.test(text))
      context.addIssue({
        code: 'custom',
        message: '面积应为数字，最多两位小数｜A number with two decimals at most',
      });
  })
  .transform(Number);

const byWord = new Map(
  Excluded.options.flatMap((key) => [
    [key, key],
    [excludedWords[key]['zh-CN'], key],
    [excludedWords[key].en.toLowerCase(), key],
  ]),
);

export const cellExcluded = cellOptional(40)
  .superRefine((text, context) => {
    if (text !== '' && !byWord.has(text.toLowerCase()))
      context.addIssue({
        code: 'custom',
        message: `只能填：${Excluded.options.map((key) => excludedWords[key]['zh-CN']).join('、')}｜No such closed part`,
      });
  })
  .transform((text) => byWord.get(text.toLowerCase()) ?? null);

const Row = z.object({
  floor: cellInteger(-20, 200),
  roomNo: cellText(40),
  areaM2: cellArea,
  maxSubjects: cellInteger(0, 5000),
  excluded: cellExcluded,
  groupCodes: cellList,
});

/** Whatever the order in which the database gives the facts back. */
const isEqual = (unit: Unit, other: Unit): boolean =>
  canonicalJson({ ...unit, id: null }) === canonicalJson({ ...other, id: null });

function actOf(before: Unit | undefined, unit: Unit): 'add' | 'same' | 'change' {
  if (before === undefined) return 'add';
  return isEqual(before, unit) ? 'same' : 'change';
}

/** What a sheet would do to the units of a building, row by row. A room is known by what its address means, not by how it is written. */
export function previewUnits(
  read: SheetRead,
  fileName: string,
  building: Building,
  units: readonly Unit[],
): UnitPreview {
  const keyOf = (roomNo: string) => addressKey(unitAddress(building.standardAddress, roomNo));
  const known = new Map(units.map((unit) => [keyOf(unit.roomNo), unit]));
  const first = new Map<string, number>();
  const rows = read.rows.map(({ rowNumber, cells }): UnitPreview['rows'][number] => {
    const own = read.faults.filter((one) => one.row === rowNumber);
    const checked = Row.safeParse(cells);
    const faults = [
      ...own.map(({ field: name, value, reason }) => ({ field: name, value, reason })),
      ...(checked.success
        ? []
        : checked.error.issues.map((issue) => {
            const name = String(issue.path[0] ?? '');
            return { field: name, value: cells[name] ?? '', reason: describeIssue(issue) };
          })),
    ];
    if (!checked.success || faults.length > 0)
      return { row: rowNumber, unit: null, act: 'bad', faults };
    const key = keyOf(checked.data.roomNo);
    const twin = first.get(key);
    if (twin !== undefined) {
      const reason = {
        'zh-CN': `与第${twin}行是同一房屋`,
        en: `The same unit as in row ${twin}`,
      };
      const fault = { field: 'roomNo', value: checked.data.roomNo, reason };
      return { row: rowNumber, unit: null, act: 'bad', faults: [fault] };
    }
    first.set(key, rowNumber);
    const before = known.get(key);
    const unit: Unit = { id: before?.id ?? null, ...checked.data };
    return { row: rowNumber, unit, act: actOf(before, unit), faults: [] };
  });
  const heading = read.faults.filter((one) => !read.rows.some((row) => row.rowNumber === one.row));
  const all = [
    ...heading.map(({ row, field: name, value, reason }) => ({
      row,
      unit: null,
      act: 'bad' as const,
      faults: [{ field: name, value, reason }],
    })),
    ...rows,
  ];
  const count = (act: string) => all.filter((row) => row.act === act).length;
  return {
    fileName,
    rows: all,
    add: count('add'),
    change: count('change'),
    same: count('same'),
    bad: count('bad'),
  };
}
