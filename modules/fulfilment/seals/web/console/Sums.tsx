import type { ReactNode } from 'react';

import '../parts/seals.css';

/** Figures side by side. */
export function Sums({
  items,
}: {
  readonly items: ReadonlyArray<readonly [name: string, value: ReactNode]>;
}) {
  return (
    <dl className="ow-seal-sums">
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
