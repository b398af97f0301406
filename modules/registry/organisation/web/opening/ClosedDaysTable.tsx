import { Button } from 'antd';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { useAct } from '#web/client/index.ts';
import {
  ConfirmButton,
  formatDay,
  RowTable,
  StatusTag,
  TimeText,
  useLanguage,
} from '#web/kit/staff/index.ts';
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
  const w = useWords(words);
  const names = useNames();
  const nameOf = useNameOf();
  const today = localDay(systemClock.now());
  const sayWeekday = (weekday: number | null) =>
    weekday === null ? '' : w(`weekday.${weekday as (typeof WEEKDAYS)[number]}`);
  return (
    <RowTable
      label={label}
      rows={days}
      rowKey={(day) => day.id}
      columns={[
        { key: 'day', title: t('day'), render: (day) => <TimeText at={day.day} /> },
        { key: 'kind', title: t('kind'), render: (day) => <KindTag kind={day.kind} /> },
        { key: 'name', title: t('name'), render: nameOf },
        {
          key: 'site',
          title: t('site'),
          render: (day) => (day.siteId === null ? t('allSites') : names.name(day.siteId)),
        },
        {
          key: 'likeWeekday',
          title: t('likeWeekday'),
          render: (day) => sayWeekday(day.likeWeekday),
        },
        { key: 'source', title: t('source'), render: (day) => day.source },
        {
          key: 'acts',
          title: t('acts'),
          render: (day) =>
            onEdit && day.day >= today ? <DayActs day={day} onEdit={onEdit} /> : null,
        },
      ]}
    />
  );
}

function KindTag({ kind }: Pick<ClosedDay, 'kind'>) {
  const t = useWords(messages);
  return <StatusTag tone={kind === 'closed' ? 'bad' : 'good'}>{t(`kind.${kind}`)}</StatusTag>;
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
