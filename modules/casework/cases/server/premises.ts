import type { Tx } from '#kernel/db/types.ts';
import type { Form, FormValues } from '#modules/casework/matters/contract.ts';
import { Pick } from '#modules/casework/premises/contract.ts';
import type { ForApplicant, PickedPremises } from '#modules/casework/premises/index.ts';

import type { CasesDeps } from './deps.ts';
import type { CaseEntry } from './rules/case-file.ts';
import type { CaseRow } from './tables.ts';
import type { Work } from './work.ts';

type Fields = Form['sections'][number]['fields'];
type PremisesField = Extract<Fields[number], { kind: 'premises' }>;

interface Place extends PickedPremises {
  readonly key: string;
  /** In a table: which row, and which of its columns. */
  readonly cell: { readonly row: number; readonly column: string } | undefined;
}

const textOf = (values: FormValues, key: string | undefined): string => {
  const value = key === undefined ? undefined : values[key];
  return typeof value === 'string' ? value.trim() : '';
};

/** Every filed unit that a form picks, in tables too. */
function listPlaces({ sections }: Form, values: FormValues): Place[] {
  const toPlace = (
    field: PremisesField,
    value: unknown,
    key: string,
    cell: Place['cell'],
  ): Place[] => {
    const pick = Pick.safeParse(value);
    if (!pick.success) return [];
    return [
      {
        key,
        cell,
        pick: pick.data,
        role: field.role,
        subjectName: textOf(values, field.nameField),
        isSoleTrader: field.subjects === 'sole-trader',
        scope: textOf(values, field.scopeField),
      },
    ];
  };
  return sections.flatMap(({ fields }) =>
    fields.flatMap((field) => {
      const value = values[field.key];
      if (field.kind === 'premises') return toPlace(field, value, field.key, undefined);
      if (field.kind !== 'table' || !Array.isArray(value)) return [];
      return value.flatMap((line: unknown, row) =>
        field.columns.flatMap((column) =>
          column.kind === 'premises' && typeof line === 'object' && line !== null
            ? toPlace(column, (line as FormValues)[column.key], field.key, {
                row,
                column: column.key,
              })
            : [],
        ),
      );
    }),
  );
}

/** Whether two fillings of a form pick the same units in the same versions. */
export const samePlaces = (form: Form, before: FormValues, after: FormValues): boolean =>
  JSON.stringify(listPlaces(form, before).map(({ pick }) => pick)) ===
  JSON.stringify(listPlaces(form, after).map(({ pick }) => pick));

/**
 * 一次备案、重复调用: holds the picked units and refuses those that cannot be used. The form then keeps what the
 * register says of them: number, version and hash of the snapshot, whatever was sent.
 */
export async function fillPremises(
  { premises }: CasesDeps,
  tx: Tx,
  applicant: ForApplicant,
  form: Form,
  values: FormValues,
): Promise<FormValues> {
  const places = listPlaces(form, values);
  if (places.length === 0) return values;
  const picks = await premises.requireUsable(tx, applicant, places);
  const filled: Record<string, unknown> = { ...values };
  for (const [at, { key, cell }] of places.entries())
    filled[key] = cell === undefined ? picks[at] : withCell(filled[key], cell, picks[at]);
  return filled;
}

const withCell = (lines: unknown, cell: { row: number; column: string }, pick: unknown): unknown =>
  (lines as readonly object[]).map((line, row) =>
    row === cell.row ? { ...line, [cell.column]: pick } : line,
  );

/** Writes down that the case uses the units of its form. */
export async function keepPremises(
  { deps: { premises }, tx, actor }: Work,
  of: Parameters<CasesDeps['premises']['recordUses']>[2],
  form: Form,
  { before, after }: { readonly before: FormValues; readonly after: FormValues },
): Promise<void> {
  const places = listPlaces(form, after);
  if (places.length > 0 || listPlaces(form, before).length > 0)
    await premises.recordUses(tx, actor, of, places);
}

/** Who was granted moves in; however else a case ends, its units are free again. */
export async function settlePremises(
  { deps: { premises }, tx, actor }: Work,
  { case_id: caseId }: CaseRow,
  { changes: { outcome } }: CaseEntry,
): Promise<void> {
  if (outcome === undefined || outcome === null) return;
  await premises.settleCase(tx, actor, { caseId, isGranted: outcome === '0' });
}
