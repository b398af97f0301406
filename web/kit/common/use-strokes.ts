import { type PointerEvent, type RefObject, useRef, useState } from 'react';

/** Draws what a pointer does on a canvas. */
export function useStrokes(canvas: RefObject<HTMLCanvasElement | null>) {
  const isDown = useRef(false);
  const [isEmpty, setEmpty] = useState(true);
  const pen = (event: PointerEvent<HTMLCanvasElement>) => {
    const element = event.currentTarget;
    const frame = element.getBoundingClientRect();
    const context = element.getContext('2d');
    if (context === null) return undefined;
    context.lineWidth = 7;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = '#16202e';
    return {
      context,
      x: ((event.clientX - frame.left) * element.width) / frame.width,
      y: ((event.clientY - frame.top) * element.height) / frame.height,
    };
  };
  const lift = () => {
    isDown.current = false;
  };
  return {
    isEmpty,
    clear: () => {
      const element = canvas.current;
      element?.getContext('2d')?.clearRect(0, 0, element.width, element.height);
      setEmpty(true);
    },
    on: {
      onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        isDown.current = true;
        const point = pen(event);
        point?.context.beginPath();
        point?.context.moveTo(point.x, point.y);
      },
      onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
        if (!isDown.current) return;
        const point = pen(event);
        point?.context.lineTo(point.x, point.y);
        point?.context.stroke();
        setEmpty(false);
      },
      onPointerUp: lift,
      onPointerCancel: lift,
    },
  };
}
