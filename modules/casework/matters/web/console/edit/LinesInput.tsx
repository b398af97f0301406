import { Input } from 'antd';
import { useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import { useEditing } from './editing.ts';
import { messages } from './messages.ts';
import type { PartProps } from './part-props.ts';
import { toLines } from './to-lines.ts';

/** Texts, one a line; empty lines count only while one types. */
export function LinesInput({ id, value, onChange }: PartProps) {
  const t = useWords(messages);
  const { isReadOnly } = useEditing();
  const lines = Array.isArray(value) ? (value as string[]) : [];
  const [typed, setTyped] = useState<string | undefined>(undefined);
  return (
    <Input.TextArea
      id={id}
      disabled={isReadOnly}
      autoSize={{ minRows: 2, maxRows: 14 }}
      placeholder={t('oneALine')}
      aria-describedby={`${id}-about`}
      value={typed ?? lines.join('\n')}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(toLines(event.target.value));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
