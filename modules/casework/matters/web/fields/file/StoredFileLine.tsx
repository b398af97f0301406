import { routes } from '#kernel/files/contract.ts';
import { addressOf, useCall } from '#web/client/index.ts';
import { formatBytes } from '#web/kit/format.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

export interface StoredFileLineProps {
  readonly fileId: string;
  readonly onRemove?: () => void;
}

/** A stored file by its name, to open or to take away. */
export function StoredFileLine({ fileId, onRemove }: StoredFileLineProps) {
  const t = useWords(messages);
  const place = { params: { id: fileId } };
  const { data, error } = useCall(routes.getFile, place, { freshMs: 600_000 });
  const name = data?.name ?? (error ? t('fileGone') : '…');
  return (
    <p className="ow-fill-file">
      <a href={addressOf(routes.downloadFile, place)}>{name}</a>
      {data === undefined ? null : <small>{formatBytes(data.sizeBytes, t.language)}</small>}
      {onRemove === undefined ? null : (
        <button
          type="button"
          className="ow-button ow-no-print"
          data-look="quiet"
          onClick={onRemove}
        >
          {t('remove', { name })}
        </button>
      )}
    </p>
  );
}
