import { useEffect, useEffectEvent, useRef, useState } from 'react';

interface Detector {
  detect(source: HTMLVideoElement): Promise<ReadonlyArray<{ readonly rawValue: string }>>;
}

type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const LOOK_MS = 300;

const findDetector = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Whether this browser reads codes by itself. */
export const canScan = (): boolean =>
  findDetector() !== undefined && navigator.mediaDevices !== undefined;

/** Reads a QR code by the camera while it is on. */
export function useCamera(isOn: boolean, onCode: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const tell = useEffectEvent(onCode);
  useEffect(() => {
    const Detector = findDetector();
    if (!isOn || Detector === undefined) return undefined;
    const detector = new Detector({ formats: ['qr_code'] });
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      if (isOver || video.current === null) return;
      const [code] = await detector.detect(video.current).catch(() => []);
      if (code !== undefined) tell(code.rawValue);
      timer = setTimeout(() => void look(), LOOK_MS);
    };
    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment' },
        });
        if (video.current === null || isOver) return;
        video.current.srcObject = stream;
        await video.current.play();
        await look();
      } catch {
        setFailed(true);
      }
    };
    void start();
    return () => {
      isOver = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [isOn]);
  return { video, hasFailed };
}
