import type { ProblemKind, WordValues } from './contract.ts';

/** One field that was wrong, with its place (`rows.3.name`) and a reason in both languages. */
export interface FieldFault {
  readonly path: string;
  readonly reason: { readonly 'zh-CN': string; readonly en: string };
}

export interface ProblemExtras {
  readonly faults?: readonly FieldFault[];
  /** Further public members of the problem document; never personal data. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A refusal with its reason. Thrown anywhere; turned into problem+json by the one mapper in kernel/http. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly kind: ProblemKind;
  readonly values: WordValues;
  readonly extras: ProblemExtras;

  constructor(kind: ProblemKind, values: WordValues = {}, extras: ProblemExtras = {}) {
    super(kind.code, extras.cause === undefined ? {} : { cause: extras.cause });
    this.kind = kind;
    this.values = values;
    this.extras = extras;
  }
}

/** Whether an error is the refusal of this kind. */
export function isProblem(error: unknown, kind: ProblemKind): error is ProblemError {
  return error instanceof ProblemError && error.kind.code === kind.code;
}
