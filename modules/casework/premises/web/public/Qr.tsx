import { create } from 'qrcode';
import { useMemo } from 'react';

const QUIET = 4;

/** The code on a door. */
export function Qr({ content, label }: { readonly content: string; readonly label: string }) {
  const { path, side } = useMemo(() => draw(content), [content]);
  return (
    <svg
      className="ow-prem-qr"
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

function draw(content: string): { path: string; side: number } {
  const { modules } = create(content, { errorCorrectionLevel: 'Q' });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.data[row * modules.size + column] === 1)
        parts.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
  return { path: parts.join(''), side: modules.size + 2 * QUIET };
}
