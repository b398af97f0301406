import { useMay } from '#web/client/index.ts';
import { RowTable, Section, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Desk, permissions, type ServiceNow } from '../../contract.ts';
import { messages } from '../messages.ts';
import { LIGHT_TONES } from '../parts/Tags.tsx';
import { IssueButton } from './IssueButton.tsx';

/** The lines that the window serves, as they stand. */
export function Services({ desk }: { readonly desk: Desk }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const may = useMay();
  return (
    <Section title={t('services')}>
      <RowTable
        label={t('services')}
        rows={desk.services}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'line',
            title: t('line'),
            render: (row) => (
              <>
                {row.letter} {language === 'en' ? row.nameEn : row.nameZh}
                {row.role === 'overflow' ? ` (${t('overflow')})` : ''}
              </>
            ),
          },
          { key: 'waiting', title: t('waitingShort'), align: 'end', render: (row) => row.waiting },
          {
            key: 'forecast',
            title: t('forecast'),
            align: 'end',
            render: (row) => t('minutes', { minutes: row.forecast.minutes }),
          },
          {
            key: 'state',
            title: t('state'),
            width: '8rem',
            render: (row) => (
              <StatusTag tone={LIGHT_TONES[row.light]}>{t(`light.${row.light}`)}</StatusTag>
            ),
          },
          ...(may(permissions.issue)
            ? [
                {
                  key: 'issue',
                  title: t('issue'),
                  width: '7rem',
                  render: (row: ServiceNow) => <IssueButton line={row} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
