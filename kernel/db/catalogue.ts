import type { ClientBase } from 'pg';

/** A thing in the database that a distributed one (Citus) or a related product would refuse. */
export interface CatalogueFault {
  readonly kind:
    | 'no-primary-key'
    | 'key-without-centre'
    | 'reference-without-centre'
    | 'trigger'
    | 'sequence'
    | 'exclusion'
    | 'deferrable';
  readonly name: string;
}

const OWN = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

const FAULTS = `
WITH own AS (
  SELECT c.oid, n.nspname || '.' || c.relname AS name, n.nspname || '.' || c.relname = ANY ($1::text[]) AS is_reference
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND ${OWN}
), centre AS (
  SELECT attrelid, attnum FROM pg_attribute WHERE attname = 'centre_id' AND NOT attisdropped
)
SELECT 'no-primary-key' AS kind, o.name FROM own o
  WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = o.oid AND i.indisprimary)
UNION ALL
SELECT 'key-without-centre', o.name || ': ' || i.indexrelid::regclass FROM own o
  JOIN pg_index i ON i.indrelid = o.oid AND i.indisunique
  LEFT JOIN centre k ON k.attrelid = o.oid
  WHERE NOT o.is_reference AND i.indkey[0] IS DISTINCT FROM k.attnum
UNION ALL
SELECT 'reference-without-centre', o.name || ': ' || c.conname FROM own o
  JOIN pg_constraint c ON c.conrelid = o.oid AND c.contype = 'f'
  JOIN own target ON target.oid = c.confrelid
  WHERE NOT target.is_reference
    AND NOT EXISTS (
      SELECT FROM generate_subscripts(c.conkey, 1) AS place
      JOIN centre mine ON mine.attrelid = c.conrelid AND mine.attnum = c.conkey[place]
      JOIN centre theirs ON theirs.attrelid = c.confrelid AND theirs.attnum = c.confkey[place])
UNION ALL
SELECT 'trigger', o.name || ': ' || t.tgname FROM own o
  JOIN pg_trigger t ON t.tgrelid = o.oid AND NOT t.tgisinternal
UNION ALL
SELECT 'sequence', n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'S' AND ${OWN}
UNION ALL
SELECT CASE c.contype WHEN 'x' THEN 'exclusion' ELSE 'deferrable' END, o.name || ': ' || c.conname FROM own o
  JOIN pg_constraint c ON c.conrelid = o.oid AND (c.contype = 'x' OR c.condeferrable)
ORDER BY 1, 2`;

/**
 * Looks through the whole catalogue for what keeps a table from being spread over machines by its centre: keys
 * that do not begin with `centre_id`, references that do not carry it, triggers, sequences, exclusion and
 * deferrable constraints. Tables named in `references` belong to no centre.
 */
export async function findCatalogueFaults(
  session: ClientBase,
  references: readonly string[],
): Promise<CatalogueFault[]> {
  const { rows } = await session.query<CatalogueFault>(FAULTS, [[...references]]);
  return rows;
}
