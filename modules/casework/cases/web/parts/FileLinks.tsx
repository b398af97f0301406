import { routes } from '#kernel/files/contract.ts';
import { addressOf, useCall } from '#web/client/index.ts';
import { formatBytes } from '#web/kit/format.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';

import './parts.css';

export interface FileLinksProps {
  readonly fileIds: readonly string[];
  readonly onRemove?: (fileId: string) => void;
}

/** Stored files by their names, each opening beside the page. */
export function FileLinks({ fileIds, onRemove }: FileLinksProps) {
  if (fileIds.length === 0) return null;
  return (
    <ul className="ow-case-files">
      {fileIds.map((id) => (
        <FileLink
          key={id}
          fileId={id}
          {...(onRemove === undefined ? {} : { onRemove: () => onRemove(id) })}
        />
      ))}
    </ul>
  );
}

interface FileLinkProps {
  readonly fileId: string;
  readonly onRemove?: () => void;
}

function FileLink({ fileId, onRemove }: FileLinkProps) {
  const t = useWords(messages);
  const place = { params: { id: fileId } };
  const { data, error } = useCall(routes.getFile, place, { freshMs: 600_000 });
  const name = data?.name ?? (error === null ? '…' : t('fileGone'));
  return (
    <li>
      <a
        href={addressOf(routes.downloadFile, place)}
        target="_blank"
        rel="noreferrer"
        aria-label={t('openFile', { name })}
      >
        {name}
      </a>
      {data === undefined ? null : <small>{formatBytes(data.sizeBytes, t.language)}</small>}
      {onRemove === undefined ? null : (
        <button
          type="button"
          className="ow-button"
          data-look="quiet"
          aria-label={t('removeFile', { name })}
          onClick={onRemove}
        >
          ×
        </button>
      )}
    </li>
  );
}
