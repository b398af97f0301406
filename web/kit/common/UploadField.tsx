import { useId, useState } from 'react';

import type { RouteContract } from '#kernel/http/contract.ts';

import { formatBytes } from '../format.ts';
import { useLanguage } from '../language.tsx';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';
import { Notice } from './Notice.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import { Shape } from './Shape.tsx';
import { type Sending, type UploadsOptions, useUploads } from './use-uploads.ts';

export interface UploadFieldProps<C> extends UploadsOptions<C> {
  readonly label: string;
  /** As the `accept` of a file input: `.pdf,image/*`. */
  readonly accept?: string;
  readonly maxBytes?: number;
  readonly isMany?: boolean;
  readonly isDisabled?: boolean;
}

/** A place to drop files or choose them; says how far each is, and keeps a failed one to be sent again. */
export function UploadField<C extends RouteContract>(props: UploadFieldProps<C>) {
  const { label, accept, maxBytes, isMany = false, isDisabled = false } = props;
  const t = useWords(messages);
  const { language } = useLanguage();
  const id = useId();
  const uploads = useUploads(props);
  const [isOver, setOver] = useState(false);
  const [tooBig, setTooBig] = useState<readonly string[]>([]);
  const limit = maxBytes === undefined ? undefined : formatBytes(maxBytes, language);
  const take = (files: readonly File[]) => {
    const fits = (file: File) => maxBytes === undefined || file.size <= maxBytes;
    setTooBig(files.filter((file) => !fits(file)).map((file) => file.name));
    uploads.send(files.filter(fits).slice(0, isMany ? undefined : 1));
  };
  return (
    <div className="ow-upload">
      <label
        htmlFor={id}
        className="ow-upload-drop"
        data-over={isOver ? 'yes' : 'no'}
        data-disabled={isDisabled ? 'yes' : 'no'}
      >
        <strong>{label}</strong>
        <span>{t('dropHere')}</span>
        {limit === undefined ? null : <small>{t('limits', { size: limit })}</small>}
        <input
          id={id}
          type="file"
          multiple={isMany}
          disabled={isDisabled}
          {...(accept === undefined ? {} : { accept })}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            // The same file can be chosen again after it was removed.
            event.target.value = '';
          }}
        />
      </label>
      {tooBig.map((name) => (
        <Notice key={name} tone="warn" title={t('tooBig', { name, size: limit ?? '' })} isUrgent />
      ))}
      {uploads.list.map((sending) => (
        <UploadLine
          key={sending.id}
          sending={sending}
          onRepeat={() => uploads.repeat(sending.id)}
          onForget={() => uploads.forget(sending.id)}
        />
      ))}
    </div>
  );
}

interface UploadLineProps {
  readonly sending: Sending;
  readonly onRepeat: () => void;
  readonly onForget: () => void;
}

function UploadLine({ sending, onRepeat, onForget }: UploadLineProps) {
  const t = useWords(messages);
  const { file, state, share } = sending;
  switch (state) {
    case 'sending':
      return <ProgressLine label={t('sending', { name: file.name })} share={share} />;
    case 'sent':
      return (
        <p className="ow-upload-sent">
          <Shape tone="good" />
          {t('sent', { name: file.name })}
        </p>
      );
    case 'failed':
      return (
        <div>
          <ProblemNotice problem={sending.problem} onRetry={onRepeat} nameOf={() => file.name} />
          <button type="button" className="ow-button" data-look="quiet" onClick={onForget}>
            {t('remove', { name: file.name })}
          </button>
        </div>
      );
  }
}
