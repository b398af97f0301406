import { Button } from 'antd';

import { useText } from '#modules/casework/matters/web/parts.ts';
import { RowTable, StatusTag, To, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { BatchResult, CaseSummary } from '../../../contract.ts';
import { CaseNumber } from './CaseNumber.tsx';
import { messages } from './messages.ts';

interface BatchResultsProps {
  readonly rows: ReadonlyArray<Pick<CaseSummary, 'id' | 'caseNo' | 'matterName'>>;
  readonly results: readonly BatchResult[];
  readonly onClose: () => void;
}

/** What came of each case; what was refused stands first, with its reason. */
export function BatchResults({ rows, results, onClose }: BatchResultsProps) {
  const t = useWords(messages);
  const text = useText();
  const { say } = useLanguage();
  const named = new Map(rows.map((row) => [row.id, row]));
  const done = results.filter((result) => result.done).length;
  return (
    <div className="ow-batch-results">
      <p>
        {done === 0 ? null : <StatusTag tone="good">{t('resultDone', { count: done })}</StatusTag>}{' '}
        {done === results.length ? null : (
          <StatusTag tone="bad">{t('resultFailed', { count: results.length - done })}</StatusTag>
        )}
      </p>
      <RowTable
        label={t('resultTitle')}
        rows={results.toSorted((a, b) => Number(a.done) - Number(b.done))}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'caseNo',
            title: t('caseNo'),
            render: (row) => (
              <To to={`/cases/${row.id}`}>
                <CaseNumber caseNo={named.get(row.id)?.caseNo ?? row.id} />
              </To>
            ),
          },
          {
            key: 'matter',
            title: t('matter'),
            render: (row) => {
              const known = named.get(row.id);
              return known === undefined ? '' : text(known.matterName);
            },
          },
          {
            key: 'why',
            title: t('resultWhy'),
            render: (row) =>
              row.done ? (
                <StatusTag tone="good">{t('done')}</StatusTag>
              ) : (
                <span className="ow-lines">
                  {row.problem === null ? '' : say(row.problem.title)}
                </span>
              ),
          },
        ]}
      />
      <div className="ow-form-buttons">
        <Button type="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
