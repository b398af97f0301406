import type { Field, FieldKind } from '../../contract.ts';

/** Sentences about parts of a value by their path inside it; the empty path is the whole. */
export type Faults = ReadonlyMap<string, string>;

/** What every input is given. It has its label and its fault drawn around it. */
export interface InputProps<F extends Field = Field> {
  readonly field: F;
  /** For the label: of the one control, or the beginning of the ids of several. */
  readonly id: string;
  /** Ids of the hint and the fault. */
  readonly describedBy: string;
  readonly value: unknown;
  /** `undefined` takes the value away. */
  readonly onChange: (value: unknown) => void;
  readonly faults: Faults;
  readonly isDisabled: boolean;
}

/** What every output is given; the value is there. */
export interface OutputProps<F extends Field = Field> {
  readonly field: F;
  readonly value: unknown;
}

/** What every part of the designer is given: the properties that only fields of this kind have. */
export interface DesignerProps<F extends Field = Field> {
  readonly field: F;
  readonly onChange: (field: F) => void;
}

export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

/** The faults below a part of the value, by their path from there. */
export function faultsBelow(faults: Faults, part: string): Faults {
  return new Map(
    [...faults]
      .filter(([path]) => path === part || path.startsWith(`${part}.`))
      .map(([path, sentence]) => [path.slice(part.length + 1), sentence]),
  );
}

/** The text of a member of a value that is an object. */
export function memberOf(value: unknown, member: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found = (value as Readonly<Record<string, unknown>>)[member];
  return typeof found === 'string' ? found : '';
}

/** The value with one member changed; nothing at all when every member is empty. */
export function withMember(value: unknown, member: string, text: string): unknown {
  const former = typeof value === 'object' && value !== null ? value : {};
  const next: Readonly<Record<string, unknown>> = { ...former, [member]: text };
  return Object.values(next).every((part) => part === '') ? undefined : next;
}
