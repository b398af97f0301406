import { readTable } from '../../generate/table.ts';

const rows = readTable('organisation/departments.csv', [
  'code',
  'nameZh',
  'nameEn',
  'shortZh',
  'kind',
  'order',
  'uscc',
  'phone',
]);

export type Department = (typeof rows)[number];

export const departments: readonly Department[] = rows;

/** Throws when the centre has no department of this code. */
export function getDepartment(code: string): Department {
  const found = rows.find((row) => row.code === code);
  if (found === undefined) throw new Error(`No department ${code}`);
  return found;
}
