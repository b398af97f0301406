import { ProblemError } from '#kernel/problems/problem-error.ts';

import { sheetProblems } from './sheet-problems.ts';
import { unescapeCell } from './xlsx-text.ts';
import { readWholeXml } from './xml-events.ts';
import type { ZipArchive } from './zip-archive.ts';

/** What has to be known of a workbook before a sheet of it is read. */
export interface Workbook {
  readonly sheets: ReadonlyArray<{
    readonly name: string;
    readonly part: string;
    readonly hidden: boolean;
  }>;
  readonly sharedStrings: readonly string[];
  /** Whether the cell format of this number shows a date. */
  isDateStyle(style: number): boolean;
  readonly is1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** Reads everything but the sheets. Throws ProblemError when a part is missing or damaged. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const packageRelations = await readRelations(archive, '_rels/.rels', '');
  const main = [...packageRelations.values()].find((one) => one.type.endsWith('/officeDocument'));
  const part = main?.part ?? 'xl/workbook.xml';
  if (!archive.has(part)) throw new ProblemError(sheetProblems.notASheet);
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = part.slice(folder.length);
  const relations = await readRelations(archive, `${folder}_rels/${name}.rels`, folder);
  const byType = (type: string): string | undefined =>
    [...relations.values()].find((one) => one.type.endsWith(`/${type}`))?.part;
  const dateStyles = await readDateStyles(archive, byType('styles'));
  return {
    ...(await readSheetList(archive, part, relations)),
    sharedStrings: await readSharedStrings(archive, byType('sharedStrings')),
    isDateStyle: (style) => dateStyles.has(style),
  };
}

async function readRelations(
  archive: ZipArchive,
  part: string,
  folder: string,
): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!archive.has(part)) return relations;
  await readWholeXml(archive.read(part), part, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = resolvePart(folder, attributes['Target'] ?? '');
      relations.set(attributes['Id'] ?? '', { type: attributes['Type'] ?? '', part: target });
    },
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  return new URL(path, 'file:///').pathname.slice(1);
}

async function readSheetList(
  archive: ZipArchive,
  part: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<Pick<Workbook, 'sheets' | 'is1904'>> {
  const sheets: Array<{ name: string; part: string; hidden: boolean }> = [];
  let is1904 = false;
  await readWholeXml(archive.read(part), part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
      const relation = relations.get(id);
      if (relation === undefined || !relation.type.endsWith('/worksheet')) return;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', part: relation.part, hidden });
    },
  });
  return { sheets, is1904 };
}

async function readSharedStrings(archive: ZipArchive, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined || !archive.has(part)) return strings;
  let text = '';
  let isText = false;
  let phonetic = 0;
  await readWholeXml(archive.read(part), part, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      isText = name === 't' && phonetic === 0;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeCell(text));
      if (name === 'rPh') phonetic -= 1;
      isText = false;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
  });
  return strings;
}

/** Numbers of the cell formats that show a date or a time. */
async function readDateStyles(archive: ZipArchive, part: string | undefined): Promise<Set<number>> {
  const styles = new Set<number>();
  if (part === undefined || !archive.has(part)) return styles;
  const custom = new Set<number>();
  let isCellFormat = false;
  let index = 0;
  await readWholeXml(archive.read(part), part, {
    open: (name, attributes) => {
      if (name === 'numFmt' && isDateFormat(attributes['formatCode'] ?? '')) {
        custom.add(Number(attributes['numFmtId']));
      }
      if (name === 'cellXfs') isCellFormat = true;
      if (name !== 'xf' || !isCellFormat) return;
      const format = Number(attributes['numFmtId'] ?? 0);
      if (isBuiltInDate(format) || custom.has(format)) styles.add(index);
      index += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormat = false;
    },
  });
  return styles;
}

/** Built-in formats of dates and times, with those of Chinese programs (ECMA-376 part 1, 18.8.30). */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58)
  );
}

/** A format with letters of year, month, day or hour outside quotes and brackets. */
function isDateFormat(code: string): boolean {
  const plain = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[ymdhs年月日时]/i.test(plain) && !/general/i.test(plain);
}
