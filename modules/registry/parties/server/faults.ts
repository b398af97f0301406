import type { Checked } from '#kernel/ids/checked.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { type FieldFault, ProblemError } from '#kernel/problems/problem-error.ts';

/** The checked value, or the refusal that names the field in the reader's language. */
export function orFault<T>(checked: Checked<T>, path: string): T {
  if (checked.ok) return checked.value;
  throw invalidField({ path, reason: checked.message });
}

/** The refusal of input for one field. */
export function invalidField(fault: FieldFault): ProblemError {
  return new ProblemError(commonProblems.invalidInput, {}, { faults: [fault] });
}
