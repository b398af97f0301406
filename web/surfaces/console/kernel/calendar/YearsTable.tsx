import { Button } from 'antd';

import { type CalendarYearItem, routes } from '#kernel/calendar/contract.ts';

import {
  formatDay,
  ReasonButton,
  RowTable,
  StatusTag,
  TimeText,
  type Tone,
  useLanguage,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

const TONES: Readonly<Record<CalendarYearItem['state'], Tone>> = {
  shipped: 'good',
  own: 'good',
  missing: 'warn',
};

interface YearsTableProps {
  readonly items: readonly CalendarYearItem[];
  readonly onOpen: (item: CalendarYearItem) => void;
  readonly onEdit: ((item: CalendarYearItem) => void) | undefined;
}

/** The years, the latest first, with where each comes from. */
export function YearsTable({ items, onOpen, onEdit }: YearsTableProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <RowTable
      label={t('list')}
      rows={items}
      rowKey={(row) => String(row.year)}
      onOpen={onOpen}
      columns={[
        { key: 'year', title: t('year'), render: (row) => String(row.year) },
        {
          key: 'state',
          title: t('state'),
          render: (row) => <StatusTag tone={TONES[row.state]}>{t(`state.${row.state}`)}</StatusTag>,
        },
        { key: 'days', title: t('workingDays'), align: 'end', render: (row) => row.workingDays },
        { key: 'number', title: t('number'), render: (row) => row.number || t('empty') },
        {
          key: 'issued',
          title: t('issuedOn'),
          render: (row) => (row.issuedOn === null ? t('empty') : formatDay(row.issuedOn, language)),
        },
        { key: 'changed', title: t('changed'), render: (row) => <Changed item={row} /> },
        {
          key: 'acts',
          title: t('acts'),
          render: (row) => (onEdit ? <YearActs item={row} onEdit={onEdit} /> : null),
        },
      ]}
    />
  );
}

function Changed({ item }: { readonly item: CalendarYearItem }) {
  const t = useWords(messages);
  if (item.changedAt === null) return t('empty');
  return (
    <>
      {item.changedByName} <TimeText at={item.changedAt} />
    </>
  );
}

interface YearActsProps {
  readonly item: CalendarYearItem;
  readonly onEdit: (item: CalendarYearItem) => void;
}

function YearActs({ item, onEdit }: YearActsProps) {
  const t = useWords(messages);
  return (
    <>
      <Button size="small" onClick={() => onEdit(item)}>
        {t(item.state === 'missing' ? 'enter' : 'correct')}
      </Button>{' '}
      {item.state === 'own' ? (
        <ReasonButton
          size="small"
          danger
          contract={routes.withdrawYear}
          params={{ year: item.year }}
          consequence={t('withdrawHint')}
          done={t('withdrawn')}
        >
          {t('withdraw')}
        </ReasonButton>
      ) : null}
    </>
  );
}
