import type { Day } from '#kernel/clock/day.ts';
import type { Checked } from '#kernel/ids/checked.ts';

import type { Field } from '../form.ts';
import type { Text } from '../text.ts';

/** A part of a form that is not right: `vehicles.2.plate`, a stable code and the sentence shown. */
export interface FormFault {
  readonly path: string;
  readonly code: string;
  readonly message: Text;
}

/** What a check or a rendering may know beside the value. */
export interface FieldContext {
  /** The business day; without it days are not compared with it. */
  readonly today?: Day | undefined;
  /** The division in which addresses of the district lie, for example 310117. */
  readonly district?: string | undefined;
  readonly divisionName?: ((code: string) => string | undefined) | undefined;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a value reads as. */
export interface Shown {
  readonly zh: string;
  readonly en: string;
}

/** What every new field begins with. */
export type Common = Pick<Field, 'key' | 'label' | 'required'>;

/** One kind of field: all that the browser, the server and a program that reads the form know of it. */
export interface FieldKindOf<F extends Field> {
  readonly kind: F['kind'];
  /** In the list of kinds of the designer. */
  readonly title: Required<Text>;
  /** A new field of the kind. */
  readonly create: (common: Common) => F;
  /** What is wrong with a value that is there; paths are relative to the field. */
  readonly check: (field: F, value: unknown, context: FieldContext) => readonly FormFault[];
  readonly toText: (field: F, value: unknown, context: FieldContext) => Shown;
  readonly toJsonSchema: (field: F) => JsonSchema;
  /** The value of a field that nobody has touched. */
  readonly empty: (field: F) => unknown;
}

/** Declares a kind of field. */
export function defineFieldKind<F extends Field>(kind: FieldKindOf<F>): FieldKindOf<F> {
  return kind;
}

export const fault = (code: string, zh: string, en: string, path = ''): FormFault => ({
  path,
  code,
  message: { zh, en },
});

export const same = (text: string): Shown => ({ zh: text, en: text });

export const wrongShape = fault(
  'wrong-shape',
  '内容格式不正确',
  'This is not what the field takes',
);

/** The faults of a text that a check of kernel/ids refuses. */
export function checkText(
  value: unknown,
  check: (text: string) => Checked<unknown>,
  path = '',
): readonly FormFault[] {
  if (typeof value !== 'string') return [{ ...wrongShape, path }];
  const result = check(value);
  if (result.ok) return [];
  return [fault(result.reason, result.message['zh-CN'], result.message.en, path)];
}

/** The text of a member of a value that is an object; empty when it is none. */
export function memberText(value: unknown, member: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found = (value as Readonly<Record<string, unknown>>)[member];
  return typeof found === 'string' ? found.trim() : '';
}
