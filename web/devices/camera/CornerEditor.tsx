import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import type { Point, Quad } from './image.ts';
import { messages } from './messages.ts';
import type { ScannedPage } from './scan.ts';

interface CornerEditorProps {
  readonly page: ScannedPage;
  readonly onApply: (quad: Quad) => void;
  readonly onClose: () => void;
}

const STEP: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -4, y: 0 },
  ArrowRight: { x: 4, y: 0 },
  ArrowUp: { x: 0, y: -4 },
  ArrowDown: { x: 0, y: 4 },
};

/** The photograph with four handles, moved by hand or by keys: paper curls, and what is straight is not always its edge. */
export function CornerEditor({ page, onApply, onClose }: CornerEditorProps) {
  const t = useWords(messages);
  const { photo } = page;
  const [quad, setQuad] = useState<Quad>(page.quad);
  const dialog = useRef<HTMLDialogElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<SVGSVGElement>(null);
  const held = useRef<number | undefined>(undefined);
  useEffect(() => {
    dialog.current?.showModal();
    canvas.current
      ?.getContext('2d')
      ?.putImageData(new ImageData(photo.data, photo.width, photo.height), 0, 0);
  }, [photo]);

  const place = (at: number, to: Point) => {
    const x = Math.min(photo.width, Math.max(0, to.x));
    const y = Math.min(photo.height, Math.max(0, to.y));
    setQuad(
      (before) => before.map((one, index) => (index === at ? { x, y } : one)) as unknown as Quad,
    );
  };
  const drag = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (held.current === undefined || box === undefined) return;
    place(held.current, {
      x: ((event.clientX - box.left) / box.width) * photo.width,
      y: ((event.clientY - box.top) / box.height) * photo.height,
    });
  };
  const nudge = (at: number, event: KeyboardEvent) => {
    const step = STEP[event.key];
    const corner = quad[at];
    if (step === undefined || corner === undefined) return;
    event.preventDefault();
    place(at, { x: corner.x + step.x, y: corner.y + step.y });
  };
  return (
    <dialog ref={dialog} className="ow-camera-corners" aria-label={t('corners')} onClose={onClose}>
      <div className="ow-camera-photo">
        <canvas ref={canvas} width={photo.width} height={photo.height} />
        <svg
          ref={frame}
          viewBox={`0 0 ${photo.width} ${photo.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <polygon points={quad.map(({ x, y }) => `${x},${y}`).join(' ')} />
        </svg>
        {quad.map((corner, at) => (
          <button
            key={NAMES[at]}
            type="button"
            aria-label={t('corner', { count: at + 1 })}
            style={{
              left: `${(corner.x / photo.width) * 100}%`,
              top: `${(corner.y / photo.height) * 100}%`,
            }}
            onKeyDown={(event) => nudge(at, event)}
            onPointerDown={(event) => {
              held.current = at;
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={drag}
            onPointerUp={() => {
              held.current = undefined;
            }}
          />
        ))}
      </div>
      <div className="ow-camera-acts">
        <button
          type="button"
          className="ow-button"
          data-look="strong"
          onClick={() => onApply(quad)}
        >
          {t('apply')}
        </button>
        <button type="button" className="ow-button" data-look="quiet" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </dialog>
  );
}

const NAMES = ['left-upper', 'right-upper', 'right-lower', 'left-lower'] as const;
