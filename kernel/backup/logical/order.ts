import type { ClientBase } from 'pg';

import { BackupError } from '../backup-error.ts';
import type { Table } from '../table-digests.ts';

/** Tables in an order in which every row finds the rows that it names. */
export async function orderByReferences(
  session: ClientBase,
  tables: readonly Table[],
): Promise<Table[]> {
  const { rows } = await session.query<{ from: string; to: string }>(
    `SELECT DISTINCT fn.nspname || '.' || f.relname AS "from", tn.nspname || '.' || t.relname AS "to"
     FROM pg_constraint c
     JOIN pg_class f ON f.oid = c.conrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
     JOIN pg_class t ON t.oid = c.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
     WHERE c.contype = 'f' AND c.conrelid <> c.confrelid`,
  );
  const needs = new Map<string, string[]>();
  for (const { from, to } of rows) needs.set(from, [...(needs.get(from) ?? []), to]);
  const ordered: Table[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const open = new Set(waiting.map(nameOf));
    const isFree = (table: Table) =>
      (needs.get(nameOf(table)) ?? []).every((name) => !open.has(name));
    const free = waiting.filter(isFree);
    if (free.length === 0) throw inCircle([...open]);
    ordered.push(...free);
    waiting = waiting.filter((table) => !isFree(table));
  }
  return ordered;
}

const nameOf = ({ schema, name }: Table): string => `${schema}.${name}`;

const inCircle = (names: readonly string[]) =>
  new BackupError(
    `表之间的外键成环，无法确定导入顺序：${names.join('、')}。`,
    `The foreign keys go round in a circle, so there is no order to import in: ${names.join(', ')}.`,
  );
