import { type ReactNode, useId } from 'react';

import { routes } from '#kernel/files/contract.ts';
import { ProgressLine, ProblemNotice } from '#web/kit/common/index.ts';
import { useUploads } from '#web/kit/common/use-uploads.ts';
import { useMachine } from '#web/kit/machine.ts';
import { useWords } from '#web/kit/words.ts';

import { uploadMessages } from './upload-messages.ts';

import './finder.css';

export interface CompactUploadProps {
  /** Names what is uploaded, for readers. */
  readonly label: string;
  readonly purpose: 'cases.paper' | 'cases.signature';
  readonly onFiles: (fileIds: readonly string[]) => void;
  /** Another way to bring files, beside the button. */
  readonly renderOther?: (send: (files: readonly File[]) => void) => ReactNode;
}

/** A button to choose files; a failed one stays and can be sent again. */
export function CompactUpload(props: CompactUploadProps) {
  const { label, purpose, onFiles } = props;
  const machine = useMachine();
  if (machine !== undefined)
    return (
      <button
        type="button"
        className="ow-button"
        onClick={() => machine.takePapers({ label, purpose, onFiles })}
      >
        <UploadWord />
        <span className="ow-only-read">{label}</span>
      </button>
    );
  return <OwnUpload {...props} />;
}

function UploadWord() {
  return useWords(uploadMessages)('upload');
}

/** In a browser of one's own: files of that machine. */
function OwnUpload({ label, purpose, onFiles, renderOther }: CompactUploadProps) {
  const t = useWords(uploadMessages);
  const id = useId();
  const uploads = useUploads({
    contract: routes.uploadFiles,
    place: { query: { purpose } },
    onDone: ({ items }) => onFiles(items.map((item) => item.id)),
  });
  return (
    <div className="ow-compact-upload">
      <label className="ow-button" htmlFor={id}>
        {t('upload')}
        <span className="ow-only-read">{label}</span>
        <input
          id={id}
          type="file"
          multiple
          accept="image/*,.pdf,.doc,.docx,.ofd,.xls,.xlsx"
          onChange={(event) => {
            uploads.send([...(event.target.files ?? [])]);
            // The same file can be chosen again after it was removed.
            event.target.value = '';
          }}
        />
      </label>
      {renderOther?.((files) => uploads.send([...files]))}
      {uploads.list.map((sending) => {
        switch (sending.state) {
          case 'sending':
            return (
              <ProgressLine
                key={sending.id}
                label={t('sending', { name: sending.file.name })}
                share={sending.share}
              />
            );
          case 'failed':
            return (
              <div key={sending.id}>
                <ProblemNotice
                  problem={sending.problem}
                  onRetry={() => uploads.repeat(sending.id)}
                  nameOf={() => sending.file.name}
                />
                <button
                  type="button"
                  className="ow-button"
                  data-look="quiet"
                  onClick={() => uploads.forget(sending.id)}
                >
                  {t('giveUp', { name: sending.file.name })}
                </button>
              </div>
            );
          case 'sent':
            return null;
        }
      })}
    </div>
  );
}
