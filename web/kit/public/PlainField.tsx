import { type HTMLInputTypeAttribute, type ReactNode, useId } from 'react';

import type { BodyInput, RouteContract } from '#kernel/http/contract.ts';

import { factsOf } from '../form/fields-of.ts';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';
import type { PlainFormState } from './use-plain-form.ts';

interface CommonProps<C> {
  readonly form: PlainFormState<C>;
  readonly name: keyof NonNullable<BodyInput<C>> & string;
  readonly label: string;
  readonly hint?: ReactNode;
}

export interface PlainFieldProps<C> extends CommonProps<C> {
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'decimal';
  /** More than one line. */
  readonly rows?: number;
}

/** A line of text, or several. */
export function PlainField<C extends RouteContract>(props: PlainFieldProps<C>) {
  const { form, name, rows, type = 'text' } = props;
  const { described, ...field } = useField(props);
  const { maxLength } = factsOf(form.contract.body, name);
  const value = form.values[name];
  const common = {
    ...field,
    value: typeof value === 'string' || typeof value === 'number' ? value : '',
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(props.autoComplete === undefined ? {} : { autoComplete: props.autoComplete }),
    ...(props.inputMode === undefined ? {} : { inputMode: props.inputMode }),
  };
  return (
    <FieldFrame {...props} id={field.id} described={described}>
      {rows === undefined ? (
        <input
          {...common}
          type={type}
          onChange={(event) =>
            form.set(name, type === 'number' ? toNumber(event.target.value) : event.target.value)
          }
        />
      ) : (
        <textarea
          {...common}
          rows={rows}
          onChange={(event) => form.set(name, event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

function toNumber(text: string): number | '' {
  return text === '' ? '' : Number(text);
}

export interface PlainChoiceProps<C> extends CommonProps<C> {
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>;
}

const FEW = 5;

/** One of several: all to see when they are few, a list to open otherwise. */
export function PlainChoice<C extends RouteContract>(props: PlainChoiceProps<C>) {
  const t = useWords(messages);
  const { form, name, options, label, hint } = props;
  const { described, ...field } = useField(props);
  const value = form.values[name];
  if (options.length <= FEW) {
    return (
      <fieldset className="ow-plain-field" aria-describedby={field['aria-describedby']}>
        <legend>{label}</legend>
        {hint === undefined ? null : <p className="ow-plain-hint">{hint}</p>}
        {options.map((option, index) => (
          <label key={option.value} className="ow-plain-option">
            <input
              type="radio"
              name={field.id}
              checked={value === option.value}
              {...(index === 0 ? { 'aria-invalid': field['aria-invalid'] } : {})}
              onChange={() => form.set(name, option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
        <Fault id={described} form={form} name={name} />
      </fieldset>
    );
  }
  return (
    <FieldFrame {...props} id={field.id} described={described}>
      <select
        {...field}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => form.set(name, event.target.value)}
      >
        <option value="">{t('choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Yes or no. */
export function PlainCheck<C extends RouteContract>(props: CommonProps<C>) {
  const { form, name, label, hint } = props;
  const { described, ...field } = useField(props);
  return (
    <div className="ow-plain-field">
      <label className="ow-plain-option">
        <input
          {...field}
          type="checkbox"
          checked={form.values[name] === true}
          onChange={(event) => form.set(name, event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : <p className="ow-plain-hint">{hint}</p>}
      <Fault id={described} form={form} name={name} />
    </div>
  );
}

function useField<C>({ form, name }: Pick<CommonProps<C>, 'form' | 'name'>) {
  const id = useId();
  const described = `${id}-about`;
  const isWrong = form.faults.has(name);
  return { id, described, name, 'aria-describedby': described, 'aria-invalid': isWrong };
}

interface FieldFrameProps<C> extends CommonProps<C> {
  readonly id: string;
  readonly described: string;
  readonly children: ReactNode;
}

function FieldFrame<C extends RouteContract>(props: FieldFrameProps<C>) {
  const { form, name, label, hint, id, described, children } = props;
  const t = useWords(messages);
  const { isOptional } = factsOf(form.contract.body, name);
  return (
    <div className="ow-plain-field">
      <label htmlFor={id}>
        {label} {isOptional ? <small>{t('optional')}</small> : null}
      </label>
      {hint === undefined ? null : <p className="ow-plain-hint">{hint}</p>}
      {children}
      <Fault id={described} form={form} name={name} />
    </div>
  );
}

interface FaultProps<C> extends Pick<CommonProps<C>, 'form' | 'name'> {
  readonly id: string;
}

function Fault<C>({ id, form, name }: FaultProps<C>) {
  return (
    <p id={id} className="ow-plain-fault">
      {form.faults.get(name) ?? ''}
    </p>
  );
}
