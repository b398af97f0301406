import { Button } from 'antd';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { useAct } from '#web/client/index.ts';
import { ConfirmButton, formatDay, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type ClosedDay, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { useNameOf, useNames } from '../parts/use-names.ts';
import type { WEEKDAYS } from './draft.ts';
import { messages } from './messages.ts';

interface ClosedDaysTableProps {
  readonly label: string;
  readonly days: readonly ClosedDay[];
  /** Opens a day for changing; only days to come can be changed. */
  readonly onEdit: ((day: ClosedDay) => void) | undefined;
}

/** The days that differ, with what can be done about those to come. */
export function ClosedDaysTable({ label, days, onEdit }: ClosedDaysTableProps) {
  const t = useWords(messages);
  return (
    <table className="ow-days">
      <caption className="ow-only-read">{label}</caption>
      <thead>
        <tr>
          {(['day', 'kind', 'name', 'site', 'likeWeekday', 'source', 'acts'] as const).map(
            (key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <DayRow key={day.id} day={day} onEdit={onEdit} />
        ))}
      </tbody>
    </table>
  );
}

function DayRow({
  day,
  onEdit,
}: Pick<ClosedDaysTableProps, 'onEdit'> & { readonly day: ClosedDay }) {
  const t = useWords(messages);
  const w = useWords(words);
  const names = useNames();
  const nameOf = useNameOf();
  const { language } = useLanguage();
  const weekday = day.likeWeekday as (typeof WEEKDAYS)[number] | null;
  return (
    <tr>
      <th scope="row">{formatDay(day.day, language, true)}</th>
      <td>
        <StatusTag tone={day.kind === 'closed' ? 'bad' : 'good'}>{t(`kind.${day.kind}`)}</StatusTag>
      </td>
      <td>{nameOf(day)}</td>
      <td>{day.siteId === null ? t('allSites') : names.name(day.siteId)}</td>
      <td>{weekday === null ? t('empty') : w(`weekday.${weekday}`)}</td>
      <td>{day.source}</td>
      <td>
        {onEdit && day.day >= localDay(systemClock.now()) ? (
          <DayActs day={day} onEdit={onEdit} />
        ) : null}
      </td>
    </tr>
  );
}

function DayActs({
  day,
  onEdit,
}: {
  readonly day: ClosedDay;
  readonly onEdit: (day: ClosedDay) => void;
}) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const remove = useAct(routes.removeClosedDay);
  return (
    <span className="ow-hours-stretches">
      <Button size="small" onClick={() => onEdit(day)}>
        {t('changeDay')}
      </Button>
      <ConfirmButton
        size="small"
        danger
        question={t('removeQuestion', { day: formatDay(day.day, language) })}
        done={t('removed')}
        onConfirm={() =>
          remove.mutateAsync({ params: { id: day.id }, query: { version: day.version } })
        }
      >
        {t('removeDay')}
      </ConfirmButton>
    </span>
  );
}
