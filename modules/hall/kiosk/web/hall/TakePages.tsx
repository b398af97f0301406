import { lazy, Suspense, useEffect, useRef } from 'react';

import type { WantedPages } from '#web/kit/machine.ts';
import { Notice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

const DocumentCamera = lazy(() =>
  import('#web/devices/camera/index.ts').then((file) => ({ default: file.DocumentCamera })),
);

interface TakePagesProps {
  readonly wanted: WantedPages;
  readonly onClose: () => void;
}

/** The document camera for pages that are only read. */
export function TakePages({ wanted, onClose }: TakePagesProps) {
  const t = useWords(messages);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="ow-kiosk-dialog"
      data-way="camera"
      aria-labelledby="ow-kiosk-pages"
      onCancel={onClose}
    >
      <h2 id="ow-kiosk-pages">{wanted.label}</h2>
      <Suspense fallback={<Notice tone="busy" title={t('preparing')} />}>
        <DocumentCamera
          name={wanted.label}
          onDone={({ pages }) => {
            wanted.onPages(pages.map((page) => page.jpeg));
            onClose();
          }}
          onCancel={onClose}
        />
      </Suspense>
    </dialog>
  );
}
