import { useId } from 'react';

import { EmptyState, formatNearDay, useLanguage } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Slot, SlotDay, SlotRef } from '../../contract.ts';
import { messages } from './messages.ts';

import './slots.css';

export interface SlotPickerProps {
  readonly days: readonly SlotDay[];
  readonly value: SlotRef | undefined;
  readonly onChange: (slot: SlotRef) => void;
  readonly day: string | undefined;
  readonly onDay: (day: string) => void;
}

const isFree = (day: SlotDay): boolean => day.slots.some((slot) => slot.state === 'open');

/** Days side by side, and below them the times of the chosen one with the places that are left. */
export function SlotPicker({ days, value, onChange, day, onDay }: SlotPickerProps) {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  const shown = days.find((one) => one.day === day) ?? days.find(isFree);
  if (shown === undefined) return <EmptyState title={t('noneOpen')} hint={t('noneOpenHint')} />;
  return (
    <div className="ow-slots">
      <fieldset className="ow-slot-days">
        <legend>{t('days')}</legend>
        <div className="ow-slot-strip">
          {days.map((one) => (
            <button
              key={one.day}
              type="button"
              aria-pressed={one.day === shown.day}
              disabled={one.slots.length === 0}
              onClick={() => onDay(one.day)}
            >
              <span>{formatNearDay(one.day, language)}</span>
              <small>{sayDay(one, t)}</small>
            </button>
          ))}
        </div>
      </fieldset>
      {shown.slots.length === 0 ? (
        <p>{shown.reason === null ? t('noSlots') : say(shown.reason)}</p>
      ) : (
        <Times day={shown} value={value} onChange={onChange} />
      )}
    </div>
  );
}

function sayDay(day: SlotDay, t: ReturnType<typeof useWords<(typeof messages)['zh-CN']>>): string {
  const left = day.slots.reduce((sum, slot) => sum + (slot.state === 'open' ? slot.left : 0), 0);
  if (day.slots.length === 0) return t('closed');
  if (left > 0) return t('left', { count: left });
  return t(day.slots.every((slot) => slot.state === 'closed') ? 'closed' : 'full');
}

const NOON = '12:00';

function Times({
  day,
  value,
  onChange,
}: {
  readonly day: SlotDay;
  readonly value: SlotRef | undefined;
  readonly onChange: (slot: SlotRef) => void;
}) {
  const t = useWords(messages);
  const name = useId();
  const halves = [
    { title: t('morning'), slots: day.slots.filter((slot) => slot.from < NOON) },
    { title: t('afternoon'), slots: day.slots.filter((slot) => slot.from >= NOON) },
  ].filter(({ slots }) => slots.length > 0);
  const word = (slot: Slot) =>
    slot.state === 'open' ? t('left', { count: slot.left }) : t(slot.state);
  return (
    <>
      {halves.map(({ title, slots }) => (
        <fieldset key={title} className="ow-slot-times">
          <legend>{title}</legend>
          <div className="ow-slot-grid">
            {slots.map((slot) => (
              <label key={slot.from} data-state={slot.state}>
                <input
                  type="radio"
                  name={name}
                  disabled={slot.state !== 'open'}
                  checked={value?.day === day.day && value.from === slot.from}
                  onChange={() => onChange({ day: day.day, from: slot.from })}
                />
                <span>
                  {slot.from}–{slot.to}
                </span>
                <small>{word(slot)}</small>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}
