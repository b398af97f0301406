import { routes } from '#kernel/files/contract.ts';
import { addressOf, useCall } from '#web/client/index.ts';
import { UploadField } from '#web/kit/common/index.ts';
import { formatBytes } from '#web/kit/format.ts';
import { useWords } from '#web/kit/words.ts';

import { EVIDENCE_PURPOSE } from '../../contract.ts';
import { messages } from './messages.ts';

const NONE: readonly string[] = [];

interface EvidenceFieldProps {
  readonly value?: readonly string[];
  readonly onChange?: (fileIds: readonly string[]) => void;
}

/** Files to hand in with a step: sent as they are chosen, hung on the complaint with the step. */
export function EvidenceField({ value = NONE, onChange }: EvidenceFieldProps) {
  const t = useWords(messages);
  return (
    <>
      <UploadField
        label={t('handIn')}
        contract={routes.uploadFiles}
        place={{ query: { purpose: EVIDENCE_PURPOSE } }}
        isMany
        onDone={({ items }) => onChange?.([...value, ...items.map(({ id }) => id)])}
      />
      {value.length === 0 ? null : <p>{t('handedIn', { count: value.length })}</p>}
    </>
  );
}

/** What was handed in with a step, each opening beside the page. */
export function EvidenceLinks({ fileIds }: { readonly fileIds: readonly string[] }) {
  if (fileIds.length === 0) return null;
  return (
    <ul>
      {fileIds.map((id) => (
        <EvidenceLink key={id} fileId={id} />
      ))}
    </ul>
  );
}

function EvidenceLink({ fileId }: { readonly fileId: string }) {
  const t = useWords(messages);
  const place = { params: { id: fileId } };
  const { data, error } = useCall(routes.getFile, place, { freshMs: 600_000 });
  return (
    <li>
      <a href={addressOf(routes.downloadFile, place)} target="_blank" rel="noreferrer">
        {data?.name ?? (error === null ? '…' : t('fileGone'))}
      </a>{' '}
      {data === undefined ? null : <small>{formatBytes(data.sizeBytes, t.language)}</small>}
    </li>
  );
}
