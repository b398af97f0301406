import { RowTable, Section, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { BusinessNow, Hall, Light } from '../../contract.ts';
import { messages } from '../messages.ts';
import { LIGHT_TONES } from '../parts/Tags.tsx';

const WORST: readonly Light[] = ['red', 'yellow', 'green'];

/** Every line: who waits, how long it will take, how wrong such forecasts were today. */
export function HallLines({ hall }: { readonly hall: Hall }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const rows = hall.businesses.toSorted(
    (left, right) =>
      WORST.indexOf(left.light) - WORST.indexOf(right.light) || right.waiting - left.waiting,
  );
  return (
    <Section title={t('lines')}>
      <RowTable
        label={t('lines')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'line',
            title: t('line'),
            render: (row) => `${row.letter} ${language === 'en' ? row.nameEn : row.nameZh}`,
          },
          { key: 'waiting', title: t('waitingShort'), align: 'end', render: (row) => row.waiting },
          {
            key: 'forecast',
            title: t('forecast'),
            align: 'end',
            render: (row) => t('minutes', { minutes: row.forecast.minutes }),
          },
          {
            key: 'error',
            title: t('error'),
            align: 'end',
            render: (row) =>
              row.forecast.errorMinutes === null ? '—' : `±${row.forecast.errorMinutes}`,
          },
          {
            key: 'open',
            title: t('windows'),
            align: 'end',
            render: (row) => sayOpen(row, hall, (count) => t('helping', { count })),
          },
          { key: 'state', title: t('state'), render: (row) => <LineState line={row} /> },
        ]}
      />
    </Section>
  );
}

const AT_WORK: ReadonlySet<string> = new Set(['idle', 'calling', 'serving']);

/** Of a line's own windows how many are open, and how many of other lines help. */
function sayOpen(row: BusinessNow, hall: Hall, helping: (count: number) => string): string {
  const own = hall.windows.filter(
    ({ number, state }) => row.windowNumbers.includes(number) && AT_WORK.has(state),
  ).length;
  const others = Math.max(0, row.openWindows - own);
  const shown = `${own} / ${row.windowNumbers.length}`;
  return others === 0 ? shown : `${helping(others)} ${shown}`;
}

function LineState({ line }: { readonly line: BusinessNow }) {
  const t = useWords(messages);
  if (line.notTaking !== null)
    return <StatusTag tone="idle">{t(`why.${line.notTaking}`)}</StatusTag>;
  return <StatusTag tone={LIGHT_TONES[line.light]}>{t(`light.${line.light}`)}</StatusTag>;
}
