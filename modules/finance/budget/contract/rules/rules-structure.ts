import { toPlain } from '../reading/plain.ts';
import type { ReadBook } from '../reading/read-book.ts';
import type { SourceLine } from '../reading/source.ts';
import { findTableCode, TABLE_NAMES } from '../reading/table-shapes.ts';
import { TABLE_CODES } from '../template.ts';
import type { Auditor, Where } from './auditor.ts';
import type { TableLook } from './table-look.ts';

/** Rules G: what belongs into a book, and what it is called. */
export function checkStructure(audit: Auditor, look: TableLook, book: ReadBook): void {
  checkTitles(audit, book);
  checkHeadings(audit, book);
  for (const code of ['T6', 'T7'] as const) {
    const table = book.tables.get(code);
    if (table === undefined) audit.absent('G03', `没有读到${TABLE_NAMES[code]}`);
    else if (table.rows.every(({ values }) => values.size === 0)) {
      const isThere = table.note !== undefined;
      const where = look.at(code, undefined);
      audit.text('G03', isThere ? '有注' : '无注', '有注', isThere, where);
    }
  }
  checkContents(audit, book);
  checkTargetTable(audit, book);
}

const entryText = (line: SourceLine): string =>
  toPlain(line.text)
    .replace(/^-*(?:[一二三四五六七八九十]+、|\d+[.、])/, '')
    .replace(/[.…·]*\d*$/, '');

function checkTitles(audit: Auditor, book: ReadBook): void {
  if (book.contents.length === 0) {
    audit.absent('G01', '文档中没有目录');
    return;
  }
  const entries = book.contents
    .filter(({ text }) => /^-*\d+[.、]/.test(toPlain(text)))
    .map((source) => ({ source, text: entryText(source) }));
  for (const code of TABLE_CODES) {
    const table = book.tables.get(code);
    const entry = entries.find(({ text }) => findTableCode(text) === code);
    if (table === undefined && entry === undefined) continue;
    const title = table === undefined ? '' : toPlain(table.title.text);
    const where = { place: `${TABLE_NAMES[code]} · 表名`, source: table?.title ?? entry?.source };
    audit.text('G01', entry?.text ?? '', title, entry?.text === title, where);
  }
}

function checkHeadings(audit: Auditor, book: ReadBook): void {
  if (book.tables.size === 0) audit.absent('G02', '没有读到任何表');
  for (const [code, table] of book.tables) {
    const where: Where = { place: `${TABLE_NAMES[code]} · 编制部门`, source: table.title };
    const department = table.department ?? '';
    audit.text('G02', department, book.unit ?? '', department === book.unit, where);
    const unit =
      table.unit === undefined ? '' : { yuan: '元', wan: '万元', yi: '亿元' }[table.unit];
    audit.text('G02', unit, '元', table.unit !== undefined, {
      place: `${TABLE_NAMES[code]} · 单位`,
      source: table.unitLine ?? table.title,
    });
  }
}

function checkContents(audit: Auditor, book: ReadBook): void {
  const sections = book.contents.filter(({ text }) =>
    /^-*[一二三四五六七八九十]+、/.test(toPlain(text)),
  );
  if (sections.length === 0) audit.absent('G04', '文档中没有目录');
  const body = book.prose.map(({ text }) => toPlain(text));
  for (const section of sections) {
    const title = entryText(section);
    const isThere = isInBody(title, body, book);
    audit.text('G04', title, isThere ? title : '', isThere, {
      place: '目录',
      source: section,
    });
  }
}

/** A heading of the body may carry the department or the year; a section of tables or projects is there when they are. */
function isInBody(title: string, body: readonly string[], book: ReadBook): boolean {
  if (/部门预算表$|预算公开表$/.test(title)) return book.tables.size > 0;
  const isOfProjects = /项目(?:经费|支出)情况说明$/.test(title);
  if (isOfProjects && book.projects.length > 0) return true;
  const core = title.replace(/^(?:\d{4}年)?(?:本?部门|单位)?(?:主要)?/, '');
  // Projects of another layout are not read; their heading counts when something follows it.
  return (isOfProjects ? body.slice(0, -1) : body).some(
    (text) => text.length <= core.length + 40 && !/[。;]$/.test(text) && text.endsWith(core),
  );
}

function checkTargetTable(audit: Auditor, book: ReadBook): void {
  const entry = book.contents.find(({ text }) => /绩效目标.*表$/.test(toPlain(text)));
  const pointers = book.projects.flatMap(({ sections }) =>
    (sections.get(7) ?? []).flatMap((source) => {
      const name = /《.*?(绩效目标.*?表)》/.exec(toPlain(source.text))?.[1];
      return name === undefined ? [] : [{ source, name }];
    }),
  );
  const [first] = pointers;
  if (entry === undefined || first === undefined) {
    audit.absent('G05', '目录或项目中没有提到绩效目标表');
    return;
  }
  const listed = /绩效目标.*?表$/.exec(entryText(entry))?.[0] ?? '';
  for (const name of new Set(pointers.map((pointer) => pointer.name)))
    audit.text('G05', listed, name, listed === name, {
      place: '目录 · 绩效目标表',
      source: entry,
    });
}
