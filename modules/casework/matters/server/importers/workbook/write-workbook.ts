import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { type NamedSheet, streamWorkbook } from '#kernel/documents/sheets/write-workbook.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import type { HandlingItem, MatterContent } from '../../../contract.ts';
import { toCells, toSheetColumns } from './codec.ts';
import { FIELD_MEMBERS, SHEETS, type SheetName } from './sheets.ts';

type Objects = Readonly<Record<SheetName, readonly unknown[]>>;

/** The catalogue as a workbook that the import reads back unchanged. */
export function writeWorkbook(contents: readonly MatterContent[], locale: Locale): Readable {
  return Readable.from(streamWorkbook(toSheets(toObjects(contents)), { locale }));
}

/** The same workbook without rows. */
export async function catalogueTemplate(locale: Locale): Promise<Buffer> {
  return buffer(writeWorkbook([], locale));
}

function toSheets(objects: Objects): NamedSheet[] {
  return (Object.keys(SHEETS) as SheetName[]).map((sheet) => {
    const { name, columns } = SHEETS[sheet];
    return {
      name,
      columns: toSheetColumns(columns),
      rows: objects[sheet].map((object) => toCells(columns, object)),
    };
  });
}

function toObjects(contents: readonly MatterContent[]): Objects {
  const items = contents.flatMap(({ taskCode, items: all }) =>
    all.map((item) => ({ taskCode, ...item })),
  );
  const ofItem = <T extends object>(pick: (item: HandlingItem) => readonly T[]) =>
    items.flatMap((item) => pick(item).map((part) => ({ itemCode: item.code, ...part })));
  return {
    matters: contents,
    items,
    papers: ofItem(({ papers }) => papers),
    questions: ofItem(({ questions }) => questions),
    fees: ofItem(({ fees }) => fees),
    fields: ofItem(toFieldRows),
  };
}

/** Each field with its section; a section without fields is a row of its own. */
function toFieldRows({ form }: HandlingItem): object[] {
  return form.sections.flatMap((section): object[] => {
    if (section.fields.length === 0) return [{ section }];
    return section.fields.map((field) => {
      const more = Object.entries(field).filter(([member]) => !FIELD_MEMBERS.has(member));
      return {
        section,
        ...field,
        ...(more.length === 0 ? {} : { more: Object.fromEntries(more) }),
      };
    });
  });
}
