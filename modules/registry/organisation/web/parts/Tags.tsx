import { formatDay, StatusTag, type Tone, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { WindowState } from '../../contract.ts';
import { messages } from './messages.ts';

/** How each state of a window looks; the shape differs too. */
export const stateTones = {
  open: 'good',
  paused: 'warn',
  closed: 'bad',
  offline: 'idle',
} as const satisfies Readonly<Record<WindowState, Tone>>;

export function WindowStateTag({ state }: { readonly state: WindowState }) {
  const t = useWords(messages);
  return <StatusTag tone={stateTones[state]}>{t(`state.${state}`)}</StatusTag>;
}

/** Whether a record is in use; since when and why not, where it is closed. */
export function RecordTag({
  record,
}: {
  readonly record: { readonly closedOn: string | null; readonly closedReason: string };
}) {
  const t = useWords(messages);
  const { language } = useLanguage();
  if (record.closedOn === null) return <StatusTag tone="good">{t('inUse')}</StatusTag>;
  const day = formatDay(record.closedOn, language);
  return (
    <span title={t('closedSince', { day, reason: record.closedReason })}>
      <StatusTag tone="idle">{t('closedRecord')}</StatusTag>
    </span>
  );
}
