import type { ReactNode } from 'react';

import './figure-strip.css';

export interface FigureStripProps {
  readonly items: ReadonlyArray<readonly [name: string, value: ReactNode]>;
}

/** What a page comes to: figures side by side, each below its name. */
export function FigureStrip({ items }: FigureStripProps) {
  return (
    <dl className="ow-figure-strip">
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
