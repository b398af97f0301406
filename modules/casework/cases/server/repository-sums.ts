import { sql } from 'kysely';

import type { Db } from '#kernel/db/types.ts';

import type { Text } from '../contract/of-matters.ts';

/** By what cases are added up. By clerk and by window `''` stands for whoever did it without one. */
export type SumBy = 'total' | 'day' | 'hour' | 'window' | 'clerk' | 'matter';

export interface SumOf {
  readonly from: Date;
  readonly until: Date;
  /** In which days and hours are counted. */
  readonly zone: string;
  /** Cases of these sites; undefined for all of them, those without a site too. */
  readonly siteIds: readonly string[] | undefined;
}

/** What was done in a time. Each step counts on its own day and for whoever took it. */
export interface CaseSum {
  readonly key: string;
  /** Of the matter, or of the clerk; null for other keys. */
  readonly name: Text | null;
  readonly received: number;
  readonly accepted: number;
  readonly decided: number;
  /** Of the decisions: not later than the promised day, or the statutory one where none was promised. */
  readonly decidedInTime: number;
}

const NO_NAME = sql`null::jsonb`;

const keyOf = (by: SumBy, zone: string) => {
  switch (by) {
    case 'total':
      return { key: sql`''`, name: NO_NAME };
    case 'day':
      return { key: sql`(step.at at time zone ${zone})::date::text`, name: NO_NAME };
    case 'hour':
      return { key: sql`to_char(step.at at time zone ${zone}, 'HH24')`, name: NO_NAME };
    case 'window':
      return { key: sql`coalesce(file.window_id::text, '')`, name: NO_NAME };
    case 'clerk':
      return {
        key: sql`CASE WHEN step.by_kind = 'staff' THEN step.by_id ELSE '' END`,
        name: sql`jsonb_build_object('zh', max(step.by_name) FILTER (WHERE step.by_kind = 'staff'))`,
      };
    case 'matter':
      return {
        key: sql`file.matter_id::text`,
        name: sql`(array_agg(file.body -> 'matterName' ORDER BY file.case_id DESC))[1]`,
      };
  }
};

/** Adds up what came in, was accepted and was decided. Parents of a bundle are no cases of their own. */
export async function sumCases(
  db: Db,
  centreId: number,
  { from, until, zone, siteIds }: SumOf,
  by: SumBy,
): Promise<CaseSum[]> {
  const { key, name } = keyOf(by, zone);
  const { rows } = await sql<CaseSum>`
    SELECT ${key} AS key, ${name} AS name,
      (count(*) FILTER (WHERE step.seq = 1))::integer AS received,
      (count(*) FILTER (WHERE step.act IN ('accept', 'deem-accepted')))::integer AS accepted,
      (count(*) FILTER (WHERE step.act IN ('approve', 'deny')))::integer AS decided,
      (count(*) FILTER (WHERE step.act IN ('approve', 'deny')
        AND (step.at at time zone ${zone})::date
          <= coalesce(file.promised_due_on, file.statutory_due_on, 'infinity'::date)))::integer
        AS "decidedInTime"
    FROM cases.case_event step
    JOIN cases.case_file file ON file.centre_id = step.centre_id AND file.case_id = step.case_id
    WHERE step.centre_id = ${centreId} AND step.at BETWEEN ${from} AND ${until}
      AND (step.seq = 1 OR step.act IN ('accept', 'deem-accepted', 'approve', 'deny'))
      AND file.body ->> 'kind' <> 'parent'
      AND (${siteIds === undefined}::boolean OR file.site_id = any(${[...(siteIds ?? [])]}::uuid[]))
    GROUP BY 1 ORDER BY 1`.execute(db);
  return rows;
}
