import type { z } from 'zod';

export interface SchemaFieldProps {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly place: string;
  /** `undefined` takes the value away. */
  readonly onChange: (value: unknown) => void;
}

/** What the inputs of the editor are given. */
export interface PartProps extends SchemaFieldProps {
  readonly id: string;
  readonly label: string;
  readonly isOptional: boolean;
}

export interface SchemaFieldsProps {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** Of the object itself; empty for the whole content. */
  readonly place: string;
  /** Which members are shown; all unless said. */
  readonly only?: readonly string[];
  readonly leaveOut?: readonly string[];
}
