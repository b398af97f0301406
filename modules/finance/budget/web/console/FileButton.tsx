import { Button, type ButtonProps } from 'antd';
import { useRef, useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';
import { toBase64 } from './to-base64.ts';

/** Larger ones are refused before they are sent. */
const LARGEST = 20_000_000;

export interface ChosenFile {
  readonly name: string;
  readonly content: string;
}

interface FileButtonProps extends Pick<ButtonProps, 'loading' | 'type'> {
  readonly label: string;
  readonly accept: string;
  readonly onChoose: (file: ChosenFile) => void;
}

/** Takes one file; the same one can be chosen again after it was mended. */
export function FileButton({ label, accept, onChoose, ...look }: FileButtonProps) {
  const t = useWords(messages);
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState<string>();
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > LARGEST ? file.name : undefined);
    if (file.size > LARGEST) return;
    onChoose({ name: file.name, content: await toBase64(file) });
  };
  return (
    <>
      {tooLarge === undefined ? null : (
        <span role="alert">{t('tooLarge', { file: tooLarge })}</span>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button {...look} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
