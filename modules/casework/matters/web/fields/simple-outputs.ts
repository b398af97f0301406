import type { ComponentType } from 'react';

import type { SimpleField } from '../../contract.ts';
import { DateOutput } from './date/Output.tsx';
import { FileOutput } from './file/Output.tsx';
import type { FieldOf, OutputProps } from './input-props.ts';
import { PremisesOutput } from './premises/Output.tsx';
import { SignatureOutput } from './signature/Output.tsx';
import { StatementOutput } from './statement/Output.tsx';
import { TextLines } from './text/Output.tsx';
import { TextOutput } from './TextOutput.tsx';

type Outputs = {
  readonly [K in SimpleField['kind']]?: ComponentType<OutputProps<FieldOf<K>>>;
};

/** Outputs of kinds that are more than the text they read as. */
export const simpleOutputs: Outputs = {
  text: TextLines,
  date: DateOutput,
  premises: PremisesOutput,
  file: FileOutput,
  statement: StatementOutput,
  signature: SignatureOutput,
};

/** The output of a field, ready to take it. */
export function simpleOutputOf(field: SimpleField): ComponentType<OutputProps> {
  return (simpleOutputs[field.kind] ?? TextOutput) as unknown as ComponentType<OutputProps>;
}
