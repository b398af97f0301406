import { Form, Input, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';

import { parseTypedYuan, toYuanText } from '#kernel/money/fen.ts';
import { useCall } from '#web/client/index.ts';
import { OptionalLabel } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../../contract.ts';
import { words } from './messages.ts';

type Place = ReadonlyArray<string | number>;

interface PartProps {
  /** Place of the field below the document's body. */
  readonly at: string | Place;
  readonly label: string;
  readonly isOptional?: boolean;
  readonly hint?: ReactNode;
  readonly children: ReactElement;
}

/** A field of a document's body. */
export function Part({ at, label, isOptional = false, hint, children }: PartProps) {
  const place = typeof at === 'string' ? [at] : [...at];
  return (
    <Form.Item
      name={['body', ...place]}
      label={isOptional ? <OptionalLabel label={label} /> : label}
      required={!isOptional}
      extra={hint}
    >
      {children}
    </Form.Item>
  );
}

interface TextFieldProps {
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly id?: string;
  readonly 'aria-label'?: string;
}

/** An amount as people type it; when they leave it, it is written out with its thousands. */
export function MoneyField({ value = '', onChange, ...rest }: TextFieldProps) {
  const t = useWords(words);
  const tidy = () => {
    const read = parseTypedYuan(value);
    if (read.ok) onChange?.(withThousands(toYuanText(read.value)));
  };
  return (
    <Input
      {...rest}
      className="ow-field-narrow ow-contracts-money"
      inputMode="decimal"
      autoComplete="off"
      suffix={t('yuan')}
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
      onBlur={tidy}
    />
  );
}

const withThousands = (yuan: string): string => yuan.replace(/\B(?=(?:\d{3})+\.)/g, ',');

interface LineFieldProps extends TextFieldProps {
  readonly year: number | undefined;
}

/** A line of the year with what it has available, found by any part of its name. */
export function LineField({ year, value, ...rest }: LineFieldProps) {
  const t = useWords(words);
  const answer = useCall(routes.listLines, { query: year === undefined ? {} : { year } });
  const lines = answer.data?.items ?? [];
  return (
    <Select<string>
      {...rest}
      value={value === undefined || value === '' ? null : value}
      loading={answer.isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('chooseLine')}
      popupMatchSelectWidth={false}
      options={lines.map(({ id, key, projectCode, name, figures }) => ({
        value: id,
        label:
          `${projectCode} ${name}（${key}）· ${t('availableNow', { amount: withThousands(figures.available) })}`.trim(),
      }))}
    />
  );
}

export interface ChoiceProps<V extends string> extends Omit<TextFieldProps, 'value' | 'onChange'> {
  readonly value?: V;
  readonly onChange?: (value: V) => void;
  readonly options: readonly V[];
  readonly say: (value: V) => string;
}

/** One of a few fixed values. */
export function ChoiceField<V extends string>({ options, say, ...rest }: ChoiceProps<V>) {
  return (
    <Select<V>
      {...rest}
      className="ow-field-narrow"
      options={options.map((one) => ({ value: one, label: say(one) }))}
    />
  );
}
