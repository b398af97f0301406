import { isDay } from '#kernel/clock/day.ts';
import { formatDay } from '#web/kit/format.ts';
import { useLanguage } from '#web/kit/language.tsx';

import type { FieldOf, OutputProps } from '../input-props.ts';

export function DateOutput({ value }: OutputProps<FieldOf<'date'>>) {
  const { language } = useLanguage();
  if (typeof value !== 'string') return null;
  return <span>{isDay(value) ? formatDay(value, language) : value}</span>;
}
