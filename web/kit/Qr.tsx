import { create } from 'qrcode';
import { useMemo } from 'react';

/** Blank modules that a code needs around it (ISO/IEC 18004). */
const QUIET = 4;

export interface QrProps {
  readonly content: string;
  /** What it leads to, for whoever cannot see it. */
  readonly label: string;
  readonly className: string;
  /** How much of it may be lost: `Q`, a quarter, for what hangs on a wall; `M`, a seventh, on a screen. */
  readonly level?: 'M' | 'Q';
}

/** A QR code that is drawn on the page, so that a code that lives for a minute is nowhere else. */
export function Qr({ content, label, className, level = 'M' }: QrProps) {
  const { path, side } = useMemo(() => draw(content, level), [content, level]);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

function draw(content: string, errorCorrectionLevel: 'M' | 'Q'): { path: string; side: number } {
  const { modules } = create(content, { errorCorrectionLevel });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.data[row * modules.size + column] === 1)
        parts.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
  return { path: parts.join(''), side: modules.size + 2 * QUIET };
}
