import type { ComponentType } from 'react';

import type { SimpleField } from '../../contract.ts';
import { AddressInput } from './address/Input.tsx';
import { ChoiceInput } from './choice/Input.tsx';
import { DateInput } from './date/Input.tsx';
import { EmailInput } from './email/Input.tsx';
import { FileInput } from './file/Input.tsx';
import { FirmInput } from './firm/Input.tsx';
import type { FieldOf, InputProps } from './input-props.ts';
import { MoneyInput } from './money/Input.tsx';
import { NumberInput } from './number/Input.tsx';
import { PersonInput } from './person/Input.tsx';
import { PhoneInput } from './phone/Input.tsx';
import { PremisesInput } from './premises/Input.tsx';
import { SignatureInput } from './signature/Input.tsx';
import { StatementInput } from './statement/Input.tsx';
import { TextInput } from './text/Input.tsx';
import { YesNoInput } from './yes-no/Input.tsx';

type Inputs = {
  readonly [K in SimpleField['kind']]: ComponentType<InputProps<FieldOf<K>>>;
};

/** Inputs of what can stand in a table. */
export const simpleInputs: Inputs = {
  text: TextInput,
  number: NumberInput,
  money: MoneyInput,
  date: DateInput,
  choice: ChoiceInput,
  'yes-no': YesNoInput,
  address: AddressInput,
  phone: PhoneInput,
  email: EmailInput,
  person: PersonInput,
  firm: FirmInput,
  premises: PremisesInput,
  file: FileInput,
  statement: StatementInput,
  signature: SignatureInput,
};

/** The input of a field, ready to take it. */
export function simpleInputOf(field: SimpleField): ComponentType<InputProps> {
  return simpleInputs[field.kind] as unknown as ComponentType<InputProps>;
}
