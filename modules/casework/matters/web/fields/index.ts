import type { ComponentType } from 'react';

import type { Field } from '../../contract.ts';
import type { InputProps, OutputProps } from './input-props.ts';
import { simpleInputOf } from './simple-inputs.ts';
import { simpleOutputOf } from './simple-outputs.ts';
import { TableInput } from './table/Input.tsx';
import { TableOutput } from './table/Output.tsx';

/** The input of a field of any kind, ready to take it. */
export function inputOf(field: Field): ComponentType<InputProps> {
  if (field.kind === 'table') return TableInput as unknown as ComponentType<InputProps>;
  return simpleInputOf(field);
}

/** The output of a field of any kind, ready to take it. */
export function outputOf(field: Field): ComponentType<OutputProps> {
  if (field.kind === 'table') return TableOutput as unknown as ComponentType<OutputProps>;
  return simpleOutputOf(field);
}
