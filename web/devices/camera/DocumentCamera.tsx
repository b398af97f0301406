import { useRef, useState } from 'react';

import { newId } from '#kernel/ids/id.ts';
import { useWords } from '#web/kit/words.ts';

import { LiveView } from './LiveView.tsx';
import { messages } from './messages.ts';
import { PageList } from './PageList.tsx';
import { makeFile, makePage, type ScannedPage, type ScanResult, takePage } from './scan.ts';
import { Tools, type ToolState } from './Tools.tsx';
import { useCamera } from './use-camera.ts';
import { useLivePage } from './use-live-page.ts';

import './camera.css';

export interface DocumentCameraProps {
  /** The file that the operator settled on, with its SM3 made at capture. */
  readonly onDone: (result: ScanResult) => void;
  readonly onCancel: () => void;
  /** Name of the file, without its ending. */
  readonly name?: string;
  readonly initial?: Partial<ToolState>;
}

const FRESH: ToolState = { size: 'A4', look: 'colour', isAuto: true };

/** 高拍仪: takes pages one after the other from the camera of this machine and gives them as one PDF. */
export function DocumentCamera({ onDone, onCancel, name = 'scan', initial }: DocumentCameraProps) {
  const t = useWords(messages);
  const camera = useCamera();
  const [tools, setTools] = useState<ToolState>({ ...FRESH, ...initial });
  const [pages, setPages] = useState<readonly ScannedPage[]>([]);
  const [isBusy, setBusy] = useState(false);
  const working = useRef(false);

  /** One after the other: a page is hundreds of milliseconds of work. */
  const work = async (task: () => Promise<void>): Promise<void> => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    try {
      // Lets the browser draw that it works before it does.
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
      await task();
    } finally {
      working.current = false;
      setBusy(false);
    }
  };
  const take = () =>
    void work(async () => {
      const photo = camera.look();
      if (photo === undefined) return;
      const page = await takePage(newId(), photo, tools);
      setPages((before) => [...before, page]);
    });
  const remake = (page: ScannedPage) =>
    void work(async () => {
      const made = await makePage(page);
      setPages((before) => before.map((one) => (one.id === made.id ? made : one)));
    });
  const live = useLivePage(camera, { isActive: tools.isAuto && !isBusy, onStill: take });

  return (
    <section className="ow-camera" aria-label={t('title')} aria-busy={isBusy}>
      <div className="ow-camera-main">
        <Tools camera={camera} value={tools} onChange={setTools} />
        <LiveView camera={camera} live={live} isBusy={isBusy} isAuto={tools.isAuto} />
        <div className="ow-camera-acts">
          <button
            type="button"
            className="ow-button"
            data-look="strong"
            disabled={isBusy || camera.state !== 'running'}
            onClick={take}
          >
            {t('take')}
          </button>
          <button
            type="button"
            className="ow-button"
            data-look="plain"
            disabled={isBusy || pages.length === 0}
            onClick={() => void work(async () => onDone(await makeFile(pages, name)))}
          >
            {t('done', { count: pages.length })}
          </button>
          <button type="button" className="ow-button" data-look="quiet" onClick={onCancel}>
            {t('cancel')}
          </button>
        </div>
      </div>
      <PageList pages={pages} onPages={setPages} onRemake={remake} isBusy={isBusy} />
    </section>
  );
}
