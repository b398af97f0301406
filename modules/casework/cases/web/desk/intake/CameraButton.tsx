import { Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';

import type { ScanResult } from '#web/devices/camera/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';

/** Loaded when it is first needed: finding and straightening pages is much code. */
const DocumentCamera = lazy(async () => ({
  default: (await import('#web/devices/camera/index.ts')).DocumentCamera,
}));

interface CameraButtonProps {
  /** Names what is taken, for readers. */
  readonly label: string;
  /** What the button says instead of that a picture is taken. */
  readonly text?: string;
  readonly onDone: (result: ScanResult) => void;
}

/** 高拍仪: takes the pages of a paper where it lies and gives them as one file. */
export function CameraButton({ label, text, onDone }: CameraButtonProps) {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="ow-button" onClick={() => setOpen(true)}>
        {text ?? t('camera')}
        <span className="ow-only-read">{label}</span>
      </button>
      <Modal
        title={`${t('cameraTitle')} · ${label}`}
        open={isOpen}
        footer={null}
        width={1080}
        destroyOnHidden
        onCancel={close}
      >
        <Suspense fallback={<p aria-busy="true">{t('cameraWait')}</p>}>
          <DocumentCamera
            name={label}
            onCancel={close}
            onDone={(result) => {
              onDone(result);
              close();
            }}
          />
        </Suspense>
      </Modal>
    </>
  );
}
