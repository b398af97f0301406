import type { SimpleField, TableField } from '../form.ts';
import { isFilled } from '../holds.ts';
import {
  defineFieldKind,
  fault,
  type FieldContext,
  type FormFault,
  wrongShape,
} from './field-kind.ts';
import { simpleKindOf } from './simple-kinds.ts';

/** Rows, each an object by the keys of the columns. */
export const tableKind = defineFieldKind<TableField>({
  kind: 'table',
  title: { zh: '表格', en: 'Table' },
  create: (common) => ({
    ...common,
    kind: 'table',
    fewest: common.required ? 1 : 0,
    most: 20,
    columns: [{ kind: 'text', key: 'name', label: { zh: '名称', en: 'Name' }, required: true }],
  }),
  check: checkTable,
  toText: (field, value, context) => {
    const shown = rowsOf(value).map((row) =>
      field.columns.map((column) => simpleKindOf(column).toText(column, row[column.key], context)),
    );
    return {
      zh: shown.map((row) => row.map(({ zh }) => zh).join('，')).join('；'),
      en: shown.map((row) => row.map(({ en }) => en).join(', ')).join('; '),
    };
  },
  toJsonSchema: (field) => ({
    type: 'array',
    minItems: field.fewest,
    maxItems: field.most,
    items: {
      type: 'object',
      properties: Object.fromEntries(
        field.columns.map((column) => [
          column.key,
          { title: column.label.zh, ...simpleKindOf(column).toJsonSchema(column) },
        ]),
      ),
      required: field.columns.filter((column) => column.required).map((column) => column.key),
      additionalProperties: false,
    },
  }),
  empty: () => [],
});

type Row = Readonly<Record<string, unknown>>;

const isRow = (row: unknown): row is Row =>
  typeof row === 'object' && row !== null && !Array.isArray(row);

const rowsOf = (value: unknown): readonly Row[] =>
  Array.isArray(value) ? (value as readonly unknown[]).filter(isRow) : [];

function checkTable(
  field: TableField,
  value: unknown,
  context: FieldContext,
): readonly FormFault[] {
  if (!Array.isArray(value) || !value.every(isRow)) return [wrongShape];
  if (value.length < field.fewest)
    return [fault('too-few', `至少填写${field.fewest}行`, `At least ${field.fewest} rows`)];
  if (value.length > field.most)
    return [fault('too-many', `最多填写${field.most}行`, `At most ${field.most} rows`)];
  return value.flatMap((row, index) =>
    field.columns.flatMap((column) => checkCell(column, row[column.key], `${index}`, context)),
  );
}

function checkCell(
  column: SimpleField,
  value: unknown,
  row: string,
  context: FieldContext,
): readonly FormFault[] {
  const place = `${row}.${column.key}`;
  if (!isFilled(value))
    return column.required ? [fault('required', '必填', 'Required', place)] : [];
  return simpleKindOf(column)
    .check(column, value, context)
    .map((found) => ({ ...found, path: found.path === '' ? place : `${place}.${found.path}` }));
}
