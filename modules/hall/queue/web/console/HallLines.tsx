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
            render: (row) => `${row.openWindows} / ${row.windowNumbers.length}`,
          },
          { key: 'state', title: t('state'), render: (row) => <LineState line={row} /> },
        ]}
      />
    </Section>
  );
}

function LineState({ line }: { readonly line: BusinessNow }) {
  const t = useWords(messages);
  if (line.notTaking !== null)
    return <StatusTag tone="idle">{t(`why.${line.notTaking}`)}</StatusTag>;
  return <StatusTag tone={LIGHT_TONES[line.light]}>{t(`light.${line.light}`)}</StatusTag>;
}
