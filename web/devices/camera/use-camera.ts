import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';

import type { RgbaImage } from './image.ts';

export interface CameraChoice {
  readonly id: string;
  readonly label: string;
}

export interface Camera {
  /** Takes the element that shows the picture. */
  readonly attach: RefCallback<HTMLVideoElement>;
  readonly state: 'starting' | 'running' | 'failed';
  readonly cameras: readonly CameraChoice[];
  readonly cameraId: string | undefined;
  readonly choose: (id: string) => void;
  readonly retry: () => void;
  /** What the camera sees now, at most so many pixels wide; undefined while there is no picture. */
  readonly look: (widest?: number) => RgbaImage | undefined;
}

/** The document camera as the browser knows it (UVC): no plug-in, no program of a maker. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement | null>(null);
  const [state, setState] = useState<Camera['state']>('starting');
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([]);
  const [cameraId, choose] = useState<string | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let stream: MediaStream | undefined;
    let isOver = false;
    const start = async () => {
      try {
        const opened = await navigator.mediaDevices.getUserMedia(wanted(cameraId));
        stream = opened;
        if (isOver || video.current === null) return stopAll(opened);
        video.current.srcObject = opened;
        await video.current.play();
        const devices = await navigator.mediaDevices.enumerateDevices();
        setCameras(
          devices
            .filter(({ kind }) => kind === 'videoinput')
            .map(({ deviceId, label }) => ({ id: deviceId, label })),
        );
        setState('running');
      } catch {
        if (!isOver) setState('failed');
      }
      return undefined;
    };
    void start();
    return () => {
      isOver = true;
      if (stream !== undefined) stopAll(stream);
    };
  }, [cameraId, attempt]);

  const look = useCallback((widest?: number) => grab(video.current, widest), []);
  const retry = useCallback(() => {
    setState('starting');
    setAttempt((count) => count + 1);
  }, []);
  const attach = useCallback((element: HTMLVideoElement | null) => {
    video.current = element;
  }, []);
  return { attach, state, cameras, cameraId, choose, retry, look };
}

/** As many pixels as there are: a document camera has five to sixteen million. */
const wanted = (deviceId: string | undefined): MediaStreamConstraints => ({
  audio: false,
  video: {
    width: { ideal: 3264 },
    height: { ideal: 2448 },
    ...(deviceId === undefined
      ? { facingMode: { ideal: 'environment' } }
      : { deviceId: { exact: deviceId } }),
  },
});

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function grab(video: HTMLVideoElement | null, widest?: number): RgbaImage | undefined {
  if (video === null || video.videoWidth === 0) return undefined;
  const scale = widest === undefined ? 1 : Math.min(1, widest / video.videoWidth);
  const width = Math.round(video.videoWidth * scale);
  const height = Math.round(video.videoHeight * scale);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.drawImage(video, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, data: new Uint8ClampedArray(data) };
}
