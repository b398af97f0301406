import { useState } from 'react';

export interface ListInputProps {
  readonly value: readonly string[];
  readonly onChange: (values: string[]) => void;
  readonly label?: string;
  readonly placeholder?: string;
}

const toList = (text: string): string[] =>
  text
    .split(/[,，、|\s]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Several values in one line, parted by commas; what is typed stays as it is typed. */
export function ListInput({ value, onChange, label, placeholder }: ListInputProps) {
  const [text, setText] = useState(value.join('，'));
  // Another list than the one that was typed here comes from elsewhere, as from a sheet.
  const shown = toList(text).join() === value.join() ? text : value.join('，');
  return (
    <input
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={shown}
      onChange={({ target }) => {
        setText(target.value);
        onChange(toList(target.value));
      }}
    />
  );
}
