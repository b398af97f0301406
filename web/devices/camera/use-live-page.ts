import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { Quad, RgbaImage } from './image.ts';
import { pageThread } from './page-thread.ts';
import { watch, type Watch } from './stillness.ts';
import type { Camera } from './use-camera.ts';

const WIDEST = 640;
const EVERY_MS = 220;

export interface LivePage {
  /** In parts of the picture, 0 to 1 both ways. */
  readonly quad: Quad | undefined;
  /** How much of the time that it has to lie still has passed, 0 to 1. */
  readonly progress: number;
}

const NOTHING: LivePage = { quad: undefined, progress: 0 };

/** Looks for the page a few times a second, and says once when it has lain still. */
export function useLivePage(
  camera: Pick<Camera, 'look' | 'state'>,
  { isActive, onStill }: { readonly isActive: boolean; readonly onStill: () => void },
): LivePage {
  const [live, setLive] = useState<LivePage>(NOTHING);
  const isRunning = isActive && camera.state === 'running';
  const memory = useRef<{ watch: Watch | undefined; taken: Quad | undefined }>({
    watch: undefined,
    taken: undefined,
  });
  const settle = useEffectEvent((image: RgbaImage, quad: Quad | undefined, at: number) => {
    if (!isRunning) return;
    const seen = { quad, at, width: image.width };
    const next = watch(memory.current.watch, seen, memory.current.taken);
    memory.current.watch = next.watch;
    const { width, height } = image;
    const parts = quad?.map(({ x, y }) => ({ x: x / width, y: y / height }));
    setLive({ quad: parts as unknown as Quad | undefined, progress: next.progress });
    if (!next.isStill) return;
    memory.current.taken = quad;
    onStill();
  });
  const isLooking = useRef(false);
  const step = useEffectEvent(async (at: number) => {
    const image = isLooking.current ? undefined : camera.look(WIDEST);
    if (image === undefined) return;
    isLooking.current = true;
    const quad = await pageThread()
      .find(image)
      .catch(() => undefined)
      .finally(() => {
        isLooking.current = false;
      });
    settle(image, quad, at);
  });
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => void step(performance.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return isRunning ? live : NOTHING;
}
