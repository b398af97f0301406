import { Input } from 'antd';
import { useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import { toAmount, toTyped } from '../../fields/money/amount.ts';
import { useEditing } from './editing.ts';
import { messages } from './messages.ts';
import type { PartProps } from './part-props.ts';

/** An amount in 元, kept in fen. */
export function FenInput({ id, value, onChange }: PartProps) {
  const t = useWords(messages);
  const { isReadOnly } = useEditing();
  const [typed, setTyped] = useState('');
  const isSame = toAmount(typed, 'yuan') === value;
  return (
    <Input
      id={id}
      disabled={isReadOnly}
      inputMode="decimal"
      suffix={t('yuan')}
      aria-describedby={`${id}-about`}
      value={isSame ? typed : toTyped(value, 'yuan')}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(toAmount(event.target.value, 'yuan'));
      }}
    />
  );
}
