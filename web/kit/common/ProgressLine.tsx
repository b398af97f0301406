import { useId } from 'react';

import { useLanguage } from '../language.tsx';

export interface ProgressLineProps {
  readonly label: string;
  /** From 0 to 1; undefined while nobody knows. */
  readonly share: number | undefined;
}

/** How far something is: for all that takes more than a second. */
export function ProgressLine({ label, share }: ProgressLineProps) {
  const id = useId();
  const { language } = useLanguage();
  const known = share === undefined ? undefined : Math.min(1, Math.max(0, share));
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <div className="ow-progress">
      <div className="ow-progress-words">
        <span id={id}>{label}</span>
        {known === undefined ? null : <span>{percent.format(known)}</span>}
      </div>
      <progress aria-labelledby={id} max={1} {...(known === undefined ? {} : { value: known })} />
    </div>
  );
}
