import { Readable } from 'node:stream';

import type { FastifyReply } from 'fastify';

import { renderPaper } from '#kernel/documents/pdf/render.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { DownloadFormat, LineShape, RenderedBook } from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { toBookPaper } from './book-paper.ts';
import { streamSheets } from './book-sheets.ts';
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
      return Readable.from(streamSheets(row.book));
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
