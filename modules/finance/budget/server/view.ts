import { toYuanText } from '#kernel/money/fen.ts';

import {
  type BudgetFacts,
  type BudgetLine,
  type BudgetVersion,
  type CodeNames,
  type LineShape,
  type MadeBook,
  type RenderedBook,
  toLineShape,
  type VersionSummary,
} from '../contract.ts';
import type { LineRow, VersionRow } from './repository.ts';
import type { CodesByRegister } from './tables.ts';

export function toBudgetLine(row: LineRow): BudgetLine {
  return {
    key: row.line_key,
    fund: row.fund as BudgetLine['fund'],
    source: row.source as BudgetLine['source'],
    kind: row.kind as BudgetLine['kind'],
    functionCode: row.function_code,
    economicCode: row.economic_code,
    governmentCode: row.government_code,
    projectId: row.project_id,
    part: row.part,
    fen: row.fen,
    note: row.note,
  };
}

export function toLineRow(
  version: Pick<VersionRow, 'centre_id' | 'version_id'>,
  line: BudgetLine,
  order: number,
): LineRow {
  return {
    centre_id: version.centre_id,
    version_id: version.version_id,
    line_key: line.key,
    fund: line.fund,
    source: line.source,
    kind: line.kind,
    function_code: line.functionCode,
    economic_code: line.economicCode,
    government_code: line.governmentCode,
    project_id: line.projectId,
    part: line.part,
    fen: line.fen,
    note: line.note,
    sort_order: order,
  };
}

/** A line of the wire as a row of the exchange format, to be checked as any other. */
export function toExchangeRow(line: LineShape, year: number): Record<string, string> {
  return {
    line_id: line.key,
    year: String(year),
    fund: line.fund,
    source: line.source,
    kind: line.kind,
    func_code: line.functionCode,
    dep_econ_code: line.economicCode,
    gov_econ_code: line.governmentCode,
    project_id: line.projectId,
    part: line.part,
    amount_yuan: line.amount,
    provenance: line.note,
  };
}

export function toCodeNames(codes: CodesByRegister): CodeNames {
  return {
    function: new Map(Object.entries(codes.function)),
    economic: new Map(Object.entries(codes.economic)),
  };
}

export function sumOf(lines: readonly BudgetLine[]): bigint {
  return lines.reduce((sum, { fen }) => sum + fen, 0n);
}

export function toSummary(
  row: VersionRow,
  total: { readonly fen: bigint; readonly lines: number },
  isPublished: boolean,
): VersionSummary {
  return {
    id: row.version_id,
    year: row.year,
    stage: row.stage,
    number: row.number,
    state: row.state,
    parentId: row.parent_id,
    total: toYuanText(total.fen),
    lines: total.lines,
    document: row.document,
    approvedOn: row.approved_on,
    hash: row.hash,
    isPublished,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

export function toVersion(
  row: VersionRow,
  lines: readonly BudgetLine[],
  isPublished: boolean,
): BudgetVersion {
  const facts: BudgetFacts | null = row.facts;
  return {
    ...toSummary(row, { fen: sumOf(lines), lines: lines.length }, isPublished),
    rows: lines.map(toLineShape),
    facts,
    controlFigures: [...row.control_figures],
    returnedFor: row.returned_for,
  };
}

/** A book on the wire: figures as text. */
export function toRendered(book: MadeBook): RenderedBook {
  return {
    title: book.title,
    unit: book.unit,
    year: book.year,
    paragraphs: book.paragraphs.map(({ kind, key, lines, table }) => ({
      kind,
      key,
      lines: lines.map((parts) =>
        parts.map(({ text, figure }) =>
          figure === undefined
            ? { text }
            : {
                text,
                figure: {
                  amount: toYuanText(figure.fen),
                  expression: figure.expression,
                  lineKeys: [...figure.lineKeys],
                },
              },
        ),
      ),
      ...(table === undefined ? {} : { headRows: table.head.length }),
    })),
  };
}
