import { lazy, Suspense, useEffect, useRef, useState } from 'react';

import { routes as files } from '#kernel/files/contract.ts';
import { useUploads } from '#web/kit/common/use-uploads.ts';
import type { WantedPaper } from '#web/kit/machine.ts';
import { Action, Notice, ProblemNotice, ProgressLine } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';
import { PhoneLink } from './PhoneLink.tsx';

const DocumentCamera = lazy(() =>
  import('#web/devices/camera/index.ts').then((file) => ({ default: file.DocumentCamera })),
);

interface TakePapersProps {
  readonly wanted: WantedPaper;
  readonly onClose: () => void;
}

/** Where nobody has files of their own: a phone that sends them, or the document camera. */
export function TakePapers({ wanted, onClose }: TakePapersProps) {
  const t = useWords(messages);
  const dialog = useRef<HTMLDialogElement>(null);
  const [way, setWay] = useState<'phone' | 'camera'>();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const give = (ids: readonly string[]) => {
    if (ids.length > 0) wanted.onFiles(ids);
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className="ow-kiosk-dialog"
      data-way={way ?? 'choose'}
      aria-labelledby="ow-kiosk-take"
      onCancel={onClose}
    >
      <h2 id="ow-kiosk-take">{t('paperTitle', { label: wanted.label })}</h2>
      {way === undefined ? (
        <div className="ow-kiosk-choice">
          <button type="button" className="ow-kiosk-tile" onClick={() => setWay('phone')}>
            <strong>{t('byPhone')}</strong>
            <span>{t('byPhoneHint')}</span>
          </button>
          <button type="button" className="ow-kiosk-tile" onClick={() => setWay('camera')}>
            <strong>{t('byCamera')}</strong>
            <span>{t('byCameraHint')}</span>
          </button>
        </div>
      ) : null}
      {way === 'phone' ? <PhoneLink label={wanted.label} onFiles={give} /> : null}
      {way === 'camera' ? <Camera wanted={wanted} onFiles={give} onCancel={onClose} /> : null}
      {way === 'camera' ? null : (
        <div className="ow-sheet-actions">
          <Action onPress={onClose}>{t('cancel')}</Action>
        </div>
      )}
    </dialog>
  );
}

interface CameraProps {
  readonly wanted: WantedPaper;
  readonly onFiles: (ids: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Takes pages and sends them as one PDF; a failed one can be sent again. */
function Camera({ wanted, onFiles, onCancel }: CameraProps) {
  const t = useWords(messages);
  const uploads = useUploads({
    contract: files.uploadFiles,
    place: { query: { purpose: wanted.purpose } },
    onDone: ({ items }) => onFiles(items.map((item) => item.id)),
  });
  const [sending] = uploads.list;
  if (sending?.state === 'failed')
    return (
      <ProblemNotice
        problem={sending.problem}
        onRetry={() => uploads.repeat(sending.id)}
        nameOf={() => sending.file.name}
      />
    );
  if (sending !== undefined) return <ProgressLine label={t('sendingScan')} share={sending.share} />;
  return (
    <Suspense fallback={<Notice tone="busy" title={t('preparing')} />}>
      <DocumentCamera
        name={wanted.label}
        onDone={({ file }) => uploads.send([file])}
        onCancel={onCancel}
      />
    </Suspense>
  );
}
