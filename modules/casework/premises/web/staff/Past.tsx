import { formatDay, RowTable, Section, TimeText, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Filing, filingKindWords, transitions } from '../../contract.ts';
import { messages } from './messages.ts';

/** What was filed before, and everything that was done with the filing, the latest first. */
export function Past({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  return (
    <>
      {filing.versions.length === 0 ? null : (
        <Section title={t('versions')}>
          <RowTable
            label={t('versions')}
            rows={filing.versions}
            rowKey={(row) => String(row.filedVersion)}
            columns={[
              { key: 'version', title: t('version'), render: (row) => row.filedVersion },
              { key: 'kind', title: t('kind'), render: (row) => say(filingKindWords[row.kind]) },
              { key: 'at', title: t('filedAt'), render: (row) => <TimeText at={row.filedAt} /> },
              { key: 'by', title: t('filedBy'), render: (row) => row.filedByName },
              {
                key: 'until',
                title: t('until'),
                render: (row) =>
                  row.validUntil === null ? t('noEnd') : formatDay(row.validUntil, language),
              },
              { key: 'units', title: t('units'), align: 'end', render: (row) => row.unitCount },
              { key: 'uses', title: t('usesCount'), align: 'end', render: (row) => row.uses },
              { key: 'hash', title: t('hash'), render: (row) => row.hash.slice(0, 16) },
            ]}
            empty={{ title: t('none') }}
          />
        </Section>
      )}
      <Section title={t('history')}>
        <RowTable
          label={t('history')}
          rows={filing.history}
          rowKey={(row) => row.id}
          columns={[
            { key: 'at', title: t('at'), render: (row) => <TimeText at={row.at} /> },
            { key: 'act', title: t('act'), render: (row) => say(transitions[row.act].title) },
            { key: 'by', title: t('by'), render: (row) => row.byName },
            { key: 'reason', title: t('reason'), render: (row) => row.reason },
          ]}
          empty={{ title: t('noHistory') }}
        />
      </Section>
    </>
  );
}
