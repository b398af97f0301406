import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { renderPaper } from '#kernel/documents/pdf/render.ts';

import {
  auditDocument,
  BudgetProfile,
  readTextLines,
  type SourceDocument,
} from '../../contract.ts';
import { toBookPaper } from '../publication/book-paper.ts';
import { toSheets } from '../publication/book-sheets.ts';
import { toRendered } from '../view.ts';
import { toDecimalText } from './decimal-text.ts';
import { makePublished } from './make-published.ts';
import { readBudgetFile, UnreadableFile } from './read-budget-file.ts';
import { readPackageFolder } from './read-package.ts';

const centres = new URL('../../../../../centres/', import.meta.url);
const folder = new URL('songjiang/budget/2024/', centres);
const published = readFileSync(new URL('published.txt', folder), 'utf8');
const profile = BudgetProfile.parse(
  JSON.parse(readFileSync(new URL('rules.json', folder), 'utf8')),
);

const failed = (document: SourceDocument): string[] =>
  auditDocument(document, [profile])
    .rules.filter(({ holds }) => holds === false)
    .map(({ id }) => id);

const unread = (document: SourceDocument): string[] =>
  auditDocument(document, [profile])
    .rules.filter(({ holds }) => holds === null)
    .map(({ id }) => id);

/** Rules of the findings that are errors: nothing that stands there may be called missing. */
const errorsOf = (document: SourceDocument): string[] =>
  auditDocument(document, [profile])
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The published text as a page of a portal. */
function toHtml(text: string): string {
  const parts: string[] = [];
  let rows: string[] = [];
  const flush = () => {
    if (rows.length > 0) parts.push(`<table>${rows.join('')}</table>`);
    rows = [];
  };
  for (const { cells, text: line } of readTextLines(text)) {
    if (cells !== null)
      rows.push(`<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`);
    else if (line.trim() !== '') {
      flush();
      parts.push(`<p>${escape(line)}</p>`);
    }
  }
  flush();
  return `<!doctype html><html><head><title>预算</title></head><body><div>${parts.join('\n')}</div></body></html>`;
}

describe('a budget in another format', () => {
  it('is read from a page of a portal as from text', async () => {
    const document = await readBudgetFile('page.bin', Buffer.from(toHtml(published), 'utf8'));
    expect(document.format).toBe('html');
    expect(unread(document)).toEqual([]);
    expect(failed(document)).toEqual(['E17', 'G04', 'G05']);
  });

  it('is read from GB18030 and UTF-16 text', async () => {
    const bytes = Buffer.from(`\ufeff${published}`, 'utf16le');
    expect(failed(await readBudgetFile('utf16.txt', bytes))).toEqual(['E17', 'G04', 'G05']);
  });

  it('is read from a package of lines, whose book holds every rule but the promised table', async () => {
    const document = await readPackageFolder(folder.pathname, centres);
    expect(failed(document)).toEqual(['G04', 'G05']);
  });

  it('is read from the PDF that is printed here, tables and narrative', async () => {
    const book = toRendered(await makePublished(folder));
    const { bytes, missing } = await renderPaper(toBookPaper(book), {
      locale: 'zh-CN',
      createdAt: new Date('2026-01-20T02:00:00Z'),
    });
    expect(missing).toEqual([]);
    const document = await readBudgetFile('book.pdf', bytes);
    expect(unread(document)).toEqual([]);
    expect(failed(document)).toEqual(['G04', 'G05']);
    expect(errorsOf(document)).toEqual(['G04', 'G05']);
  });

  it('is read from the workbook of the district, sheets found by their codes', async () => {
    const book = toRendered(await makePublished(folder));
    const document = await readBudgetFile('book.xlsx', await toSheets(book));
    const report = auditDocument(document, [profile]);
    expect(report.document.tables).toHaveLength(9);
    const tables = report.rules.filter(({ id }) => /^(?:A|B|C|D0[1-7])/.test(id));
    expect(tables.filter(({ holds }) => holds === false).map(({ id }) => id)).toEqual([]);
  });

  it('its workbook carries department, unit and notes, and has no error that its text has not', async () => {
    const book = toRendered(await makePublished(folder));
    const report = auditDocument(await readBudgetFile('book.xlsx', await toSheets(book)), [
      profile,
    ]);
    expect(report.document).toMatchObject({ unit: profile.unit, year: profile.year });
    for (const id of ['G02', 'G03'])
      expect(report.rules.find((rule) => rule.id === id)?.holds).toBe(true);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is refused with a sentence when there is nothing to read', async () => {
    await expect(readBudgetFile('empty.txt', Buffer.alloc(0))).rejects.toThrow(UnreadableFile);
    await expect(readBudgetFile('big.pdf', Buffer.alloc(40_000_000, 0x20))).rejects.toThrow(
      /40 MB/,
    );
    await expect(readBudgetFile('bad.pdf', Buffer.from('%PDF-1.7 nothing'))).rejects.toThrow(
      UnreadableFile,
    );
  });
});

describe('a number of a workbook', () => {
  it('becomes decimal text without the noise of binary numbers', () => {
    const read = ['39311854.3', '39311854.299999997', '201', '1.5E7', '1e-3', '0.6', '3931.18543'];
    expect(read.map(toDecimalText)).toEqual([
      '39311854.30',
      '39311854.30',
      '201',
      '15000000.00',
      '0.001',
      '0.60',
      '3931.18543',
    ]);
  });
});
