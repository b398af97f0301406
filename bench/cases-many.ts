import type { Database } from '#kernel/db/database.ts';

const AT_ONCE = 50_000;

/**
 * Copies the cases that are there until there are so many, spread over three years; of a hundred, 94 are closed. Gives
 * the departments that they belong to.
 */
export async function multiplyCases({ pool }: Database, count: number): Promise<string[]> {
  const { rows: samples } = await pool.query<{ case_id: string }>(
    'SELECT case_id FROM cases.case_file WHERE centre_id = 1 ORDER BY case_id LIMIT 16',
  );
  const ids = samples.map((row) => row.case_id);
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM cases.case_file WHERE centre_id = 1',
  );
  for (let from = rows[0]?.count ?? 0; from < count; from += AT_ONCE)
    await pool.query(COPY, [ids, from + 1, Math.min(count, from + AT_ONCE)]);
  await pool.query('VACUUM (ANALYZE) cases.case_file');
  const { rows: departments } = await pool.query<{ department_id: string }>(
    'SELECT DISTINCT department_id FROM cases.case_file WHERE centre_id = 1',
  );
  return departments.map((row) => row.department_id);
}

/** Ids ascend with time, as those that are made one by one do. */
const COPY = `
WITH sample AS (
  SELECT *, row_number() OVER (ORDER BY case_id) - 1 AS place FROM cases.case_file
  WHERE centre_id = 1 AND case_id = ANY($1::uuid[])
), many AS (
  SELECT n, lpad(to_hex(1700000000000 + n * 94608::bigint), 12, '0') AS hex,
    CASE WHEN n % 100 < 80 THEN 'archived' WHEN n % 100 < 90 THEN 'delivered' WHEN n % 100 < 94 THEN 'denied'
      WHEN n % 100 < 98 THEN 'reviewing' ELSE 'accepted' END AS state
  FROM generate_series($2::integer, $3::integer) n
)
INSERT INTO cases.case_file (centre_id, case_id, case_no, query_code, state, is_open, department_id, site_id,
  window_id, handler_id, matter_id, party_id, channel, parent_id, light, due_on, notice_due_on, promised_due_on,
  statutory_due_on, issue_due_on, is_provisional, correction_due_on, supplement_due_on, inspect_by, submitted_at,
  updated_at, version, body)
SELECT 1, i.case_id, left(s.case_no, 31) || '5' || lpad(m.n::text, 11, '0'), s.query_code, m.state,
  m.state IN ('reviewing', 'accepted'), s.department_id, s.site_id, s.window_id, s.handler_id, s.matter_id,
  s.party_id, s.channel, s.parent_id, s.light, date '2026-11-01' + (m.n % 60), s.notice_due_on, s.promised_due_on,
  s.statutory_due_on, s.issue_due_on, s.is_provisional, s.correction_due_on, s.supplement_due_on, s.inspect_by,
  s.submitted_at, s.updated_at, s.version, s.body || jsonb_build_object('id', i.case_id, 'state', m.state)
FROM many m
JOIN sample s ON s.place = m.n % (SELECT count(*) FROM sample)
CROSS JOIN LATERAL (SELECT (left(m.hex, 8) || '-' || right(m.hex, 4) || '-7000-8000-'
  || lpad(to_hex(m.n), 12, '0'))::uuid AS case_id) i`;

/** Gives as many centres the same cases as the first has: what stands beside it in the tables of one installation. */
export async function copyToCentres({ pool }: Database, centres: number): Promise<void> {
  const { rows } = await pool.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
     FROM information_schema.columns
     WHERE table_schema = 'cases' AND table_name = 'case_file' AND column_name <> 'centre_id'
       AND is_generated = 'NEVER'`,
  );
  const columns = rows[0]?.columns ?? '';
  for (let centreId = 2; centreId <= centres; centreId += 1)
    await pool.query(
      `INSERT INTO cases.case_file (centre_id, ${columns})
       SELECT $1::integer, ${columns} FROM cases.case_file WHERE centre_id = 1
       ON CONFLICT DO NOTHING`,
      [centreId],
    );
  await pool.query('VACUUM (ANALYZE) cases.case_file');
}
