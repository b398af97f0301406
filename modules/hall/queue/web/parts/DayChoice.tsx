import { useId } from 'react';

import { DayField } from '#web/kit/staff/index.ts';

interface DayChoiceProps {
  readonly label: string;
  readonly day: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** A day with its name beside it. */
export function DayChoice({ label, day, onChange }: DayChoiceProps) {
  const id = useId();
  return (
    <span>
      <label htmlFor={id}>{label}</label>{' '}
      <DayField id={id} value={day ?? null} onChange={(next) => onChange(next ?? undefined)} />
    </span>
  );
}
