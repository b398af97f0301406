import type { ReactNode } from 'react';

import { Shape, type Tone } from './Shape.tsx';

/** A state by shape, word and colour. */
export function StatusTag({
  tone,
  children,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
}) {
  return (
    <span className="ow-tag" data-tone={tone}>
      <Shape tone={tone} />
      {children}
    </span>
  );
}
