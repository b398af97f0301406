import { sealAll } from '#kernel/audit/seal.ts';
import { verifyAudit } from '#kernel/audit/verify-audit.ts';
import type { Database } from '#kernel/db/database.ts';

import type { Received } from './server-kills-visitors.ts';
import type { Figure } from './workload.ts';

/** What must be true of every case, as a count of the cases of which it is not. */
const FAULTS: ReadonlyArray<readonly [what: string, sql: string]> = [
  [
    'cases without their whole history',
    `SELECT count(*) FROM cases.case_file f WHERE f.version <>
       (SELECT count(*) FROM cases.case_event e WHERE e.centre_id = f.centre_id AND e.case_id = f.case_id)`,
  ],
  [
    'cases without form or papers',
    `SELECT count(*) FROM cases.case_file f WHERE
       (SELECT count(*) FROM cases.case_paper p WHERE p.centre_id = f.centre_id AND p.case_id = f.case_id) <> 5
       OR NOT EXISTS (SELECT FROM cases.case_form m WHERE m.centre_id = f.centre_id AND m.case_id = f.case_id)`,
  ],
  [
    'cases without receipt and notice of acceptance, once each',
    `SELECT count(*) FROM cases.case_file f WHERE
       (SELECT count(DISTINCT d.kind) * 100 + count(*) FROM cases.case_document d
          WHERE d.centre_id = f.centre_id AND d.case_id = f.case_id) <> 202`,
  ],
  [
    'cases whose acceptance was not told exactly once',
    `SELECT count(*) FROM cases.case_file f WHERE
       (SELECT count(*) FROM kernel.outbox o WHERE o.centre_id = f.centre_id
          AND o.aggregate_id = f.case_id::text AND o.name = 'cases.case-accepted') <> 1`,
  ],
  [
    'case numbers missing or twice in their series',
    `SELECT coalesce(sum(last - distinct_numbers) + sum(numbers - distinct_numbers), 0) FROM (
       SELECT left(case_no, -4) AS series, max(right(case_no, 4)::integer) AS last,
         count(*) AS numbers, count(DISTINCT case_no) AS distinct_numbers
       FROM cases.case_file GROUP BY 1) AS counted`,
  ],
];

/** Everything that was acknowledged is there, whole and once, and nothing else. */
export async function judgeKilledServer(
  database: Database,
  { caseIds, repeated, answeredOtherwise, strange }: Received,
): Promise<Figure[]> {
  const { rows } = await database.pool.query<{ case_id: string }>(
    'SELECT case_id FROM cases.case_file',
  );
  const present = new Set(rows.map((row) => row.case_id));
  const none = { atMost: 0 };
  const figures: Figure[] = [
    { what: 'cases acknowledged', value: caseIds.length, unit: '', gate: { atLeast: 1 } },
    {
      what: 'acknowledged cases lost',
      value: caseIds.filter((id) => !present.has(id)).length,
      unit: '',
      gate: none,
    },
    {
      what: 'cases that nobody was told of, or two for one request',
      value: present.size - new Set(caseIds).size + (caseIds.length - new Set(caseIds).size),
      unit: '',
      gate: none,
    },
    { what: 'requests repeated after their answer', value: repeated, unit: '' },
    { what: 'of these, answered otherwise', value: answeredOtherwise, unit: '', gate: none },
    {
      what: 'answers but a receipt or “come back”',
      value: strange.length,
      unit: '',
      gate: none,
    },
  ];
  for (const [what, sql] of FAULTS) {
    const counted = await database.pool.query<{ count: string }>(
      `SELECT (${sql})::integer AS count`,
    );
    figures.push({
      what,
      value: Number(counted.rows[0]?.count ?? Number.NaN),
      unit: '',
      gate: none,
    });
  }
  await sealAll(database, [1]);
  const audit = await verifyAudit(database);
  figures.push({
    what: 'audit entries not as written',
    value: audit.findings.length,
    unit: '',
    gate: none,
  });
  return figures;
}
