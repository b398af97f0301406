import type { HTMLInputTypeAttribute, ReactNode } from 'react';

export interface LineProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly describedBy?: string;
  readonly isWrong: boolean;
  readonly isDisabled: boolean;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  readonly autoComplete?: string;
  readonly least?: string | undefined;
  readonly most?: string | undefined;
  /** Behind the field: a unit. */
  readonly unit?: ReactNode;
}

/** One line to type in. */
export function Line(props: LineProps) {
  const { id, value, onChange, describedBy, isWrong, isDisabled, unit } = props;
  const input = (
    <input
      id={id}
      type={props.type ?? 'text'}
      value={value}
      disabled={isDisabled}
      aria-invalid={isWrong}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
      {...(props.least === undefined ? {} : { min: props.least })}
      {...(props.most === undefined ? {} : { max: props.most })}
      autoComplete={props.autoComplete ?? 'off'}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  if (unit === undefined) return input;
  return (
    <span className="ow-fill-unit">
      {input}
      <span>{unit}</span>
    </span>
  );
}
