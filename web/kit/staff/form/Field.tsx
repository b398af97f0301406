import { Form, Input, InputNumber, Select, Switch } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { z } from 'zod';

import type { BodyInput, RouteContract } from '#kernel/http/contract.ts';

import { type FieldFacts, factsOf } from '../../form/fields-of.ts';
import { useWords } from '../../words.ts';
import { DayField, InstantField } from './day-fields.tsx';
import { messages } from './messages.ts';
import type { ContractFormState } from './use-contract-form.ts';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

export interface FieldProps<C> {
  readonly form: ContractFormState<C>;
  readonly name: keyof NonNullable<BodyInput<C>> & string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Words of the values that can be chosen. */
  readonly options?: readonly FieldOption[];
  readonly placeholder?: string;
  /** A control of one's own with `value` and `onChange`; otherwise one that fits the contract is drawn. */
  readonly children?: ReactElement;
}

/** A field of a contract's body: label, control, required mark and limits as the schema says. */
export function Field<C extends RouteContract>(props: FieldProps<C>) {
  const { form, label, hint, children } = props;
  const name: string = props.name;
  const facts = factsOf(form.contract.body, name);
  const isSwitch = children === undefined && facts.schema instanceof z.ZodBoolean;
  return (
    <Form.Item<Readonly<Record<string, unknown>>>
      name={name}
      label={facts.isOptional ? <OptionalLabel label={label} /> : label}
      required={facts.isRequired}
      extra={hint}
      valuePropName={isSwitch ? 'checked' : 'value'}
    >
      {children ?? controlFor(facts, props)}
    </Form.Item>
  );
}

/** The label of a field that may stay empty. */
export function OptionalLabel({ label }: { readonly label: string }) {
  const t = useWords(messages);
  return (
    <>
      {label} <small className="ow-optional">{t('optional')}</small>
    </>
  );
}

const LONG_TEXT = 120;

function controlFor(
  { schema, maxLength }: FieldFacts,
  { options, placeholder, label }: Pick<FieldProps<never>, 'options' | 'placeholder' | 'label'>,
): ReactElement {
  const hint = placeholder === undefined ? {} : { placeholder };
  if (options)
    return <ChoiceField options={options} isMany={schema instanceof z.ZodArray} {...hint} />;
  if (schema instanceof z.ZodBoolean) return <Switch aria-label={label} />;
  if (schema instanceof z.ZodNumber) return <NumberField schema={schema} {...hint} />;
  if (schema instanceof z.ZodISODate) return <DayField />;
  if (schema instanceof z.ZodISODateTime) return <InstantField />;
  const limit = maxLength === undefined ? {} : { maxLength };
  if (maxLength !== undefined && maxLength > LONG_TEXT)
    return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} {...limit} {...hint} />;
  return <Input autoComplete="off" {...limit} {...hint} />;
}

interface ChoiceProps {
  readonly options: readonly FieldOption[];
  readonly isMany: boolean;
  readonly placeholder?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
  readonly id?: string;
}

function ChoiceField({ options, isMany, ...rest }: ChoiceProps) {
  return (
    <Select
      {...rest}
      {...(isMany ? { mode: 'multiple' as const } : {})}
      options={[...options]}
      allowClear
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
    />
  );
}

function NumberField({
  schema,
  ...rest
}: {
  readonly schema: z.ZodNumber;
  readonly placeholder?: string;
}) {
  const { minValue, maxValue } = schema;
  return (
    <InputNumber
      {...rest}
      className="ow-field-narrow"
      {...(minValue === null || minValue < -1e9 ? {} : { min: minValue })}
      {...(maxValue === null || maxValue > 1e9 ? {} : { max: maxValue })}
      {...(schema.format === 'safeint' ? { precision: 0 } : {})}
    />
  );
}
