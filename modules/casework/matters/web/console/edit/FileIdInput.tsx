import { routes } from '#kernel/files/contract.ts';
import { UploadField } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { StoredFileLine } from '../../fields/file/StoredFileLine.tsx';
import { useEditing } from './editing.ts';
import { messages } from './messages.ts';
import type { PartProps } from './part-props.ts';

const PURPOSE = 'matters.sample';

/** A blank form or a sample as a stored file. */
export function FileIdInput({ value, label, onChange }: PartProps) {
  const t = useWords(messages);
  const { isReadOnly } = useEditing();
  if (typeof value === 'string' && value !== '')
    return (
      <StoredFileLine
        fileId={value}
        {...(isReadOnly ? {} : { onRemove: () => onChange(undefined) })}
      />
    );
  if (isReadOnly) return <span>{t('nothing')}</span>;
  return (
    <UploadField
      label={label}
      contract={routes.uploadFiles}
      place={{ query: { purpose: PURPOSE } }}
      onDone={({ items }) => onChange(items[0]?.id)}
    />
  );
}
