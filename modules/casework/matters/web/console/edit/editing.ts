import { type ComponentType, createContext, useContext } from 'react';

import type { Form, ScenarioQuestion } from '../../../contract.ts';
import type { SchemaFieldsProps } from './part-props.ts';
import type { Remark } from './places.ts';

/** What the fields of the editor know of what surrounds them. */
export interface Editing {
  readonly isReadOnly: boolean;
  readonly remarks: readonly Remark[];
  /** What a condition can name: the questions and the form of the item. */
  readonly questions: readonly ScenarioQuestion[];
  readonly form: Form;
  /** Draws the members of an object inside another one; handed down, because fields stand in fields. */
  readonly Fields: ComponentType<SchemaFieldsProps>;
}

export const EditingContext = createContext<Editing>({
  isReadOnly: true,
  remarks: [],
  questions: [],
  form: { sections: [] },
  Fields: () => null,
});

export function useEditing(): Editing {
  return useContext(EditingContext);
}
