import { Readable } from 'node:stream';

import type { FastifyReply } from 'fastify';

import { renderPaper } from '#kernel/documents/pdf/render.ts';
import type { SheetColumn } from '#kernel/documents/sheets/columns.ts';
import { type NamedSheet, streamWorkbook } from '#kernel/documents/sheets/write-workbook.ts';
import { parseYuan } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type {
  DownloadFormat,
  LineShape,
  PublishedParagraph,
  RenderedBook,
} from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { cellsOf, toBookPaper } from './book-paper.ts';
import { getPublication } from './get-publication.ts';

const TYPES: Readonly<Record<DownloadFormat, string>> = {
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

interface Asked {
  readonly centreId: number;
  readonly year: number;
  readonly format: DownloadFormat;
}

/** Sends what is published in one of its formats. All of them come from the frozen publication. */
export async function sendPublication(
  deps: BudgetDeps,
  reply: FastifyReply,
  { centreId, year, format }: Asked,
): Promise<undefined> {
  const row = orNotFound(await repository.findPublication(deps.database.db, centreId, year));
  const content = await toContent(deps, row, format);
  await reply
    .type(TYPES[format])
    .header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`${row.title}.${format}`)}`,
    )
    .header('cache-control', 'public, max-age=300')
    .send(content);
  return undefined;
}

async function toContent(
  deps: BudgetDeps,
  row: repository.PublicationRow,
  format: DownloadFormat,
): Promise<string | Buffer | Readable> {
  switch (format) {
    case 'txt':
      return row.body;
    case 'json':
      return JSON.stringify(await getPublication(deps, row.centre_id, row.year), undefined, 2);
    case 'csv':
      return toLinesCsv(await getPublication(deps, row.centre_id, row.year));
    case 'xlsx':
      return Readable.from(streamWorkbook(toSheets(row.book), { locale: 'zh-CN' }));
    case 'pdf': {
      const { bytes } = await renderPaper(toBookPaper(row.book), {
        locale: 'zh-CN',
        createdAt: row.published_at,
      });
      return Buffer.from(bytes);
    }
  }
}

const HEAD =
  'line_id,version,stage,year,unit,fund,source,kind,func_code,dep_econ_code,gov_econ_code,project_id,part,amount_yuan,provenance';

/** The lines in the exchange format: what was published can be imported again. */
function toLinesCsv({
  lines,
  year,
  book,
}: {
  readonly lines: readonly LineShape[];
  readonly year: number;
  readonly book: RenderedBook;
}): string {
  const quote = (text: string) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = lines.map((line) =>
    [
      line.key,
      'approved',
      '二下',
      String(year),
      book.unit,
      line.fund,
      line.source,
      line.kind,
      line.functionCode,
      line.economicCode,
      line.governmentCode,
      line.projectId,
      line.part,
      line.amount,
      line.note,
    ]
      .map(quote)
      .join(','),
  );
  return `${[HEAD, ...rows].join('\n')}\n`;
}

/** Names of the district platform's sheets, so that its readers, and ours, know the tables. */
const SHEET_NAMES: Readonly<Record<string, string>> = {
  T1: '3.15 收支总表',
  T2: '3.16 收入总表',
  T3: '3.17 支出总表',
  T4: '3.19 财政拨款收支总表',
  T5: '3.21 一般公共预算功能分类',
  T6: '3.22 政府性基金',
  T7: '3.23 国有资本经营预算',
  T8: '3.24 基本支出经济分类',
  T9: '3.25 三公和机关运行经费',
};

function toSheets(book: RenderedBook): NamedSheet[] {
  return book.paragraphs.flatMap((paragraph) => {
    const name = SHEET_NAMES[paragraph.key.replace('table.', '')];
    return paragraph.kind !== 'table' || name === undefined ? [] : [toSheet(name, paragraph)];
  });
}

function toSheet(name: string, { lines, headRows = 0 }: PublishedParagraph): NamedSheet {
  const rows = lines.map(cellsOf);
  const head = rows.slice(0, headRows);
  const body = rows.slice(headRows);
  const width = Math.max(...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, index): SheetColumn => {
    const heading = head.map((cells) => cells[index] ?? '').findLast((text) => text !== '') ?? '';
    const isMoney = body.some((cells) => parseYuan(plain(cells[index])).ok);
    const common = { key: `c${index}`, heading: { 'zh-CN': heading, en: heading }, width: 18 };
    return isMoney ? { ...common, type: 'money' } : { ...common, type: 'text' };
  });
  return {
    name,
    columns,
    rows: body.map((cells) =>
      Object.fromEntries(
        columns.flatMap((column, index) => {
          const text = cells[index] ?? '';
          if (text === '') return [];
          const money = parseYuan(plain(text));
          return [[column.key, column.type === 'money' && money.ok ? money.value : text] as const];
        }),
      ),
    ),
  };
}

const plain = (text: string | undefined): string => (text ?? '').replaceAll(',', '');
