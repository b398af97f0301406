import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

import { useMay } from '#web/client/index.ts';
import { RowTable, type RowColumn } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  EXECUTION_WEIGHT,
  type IndicatorNow,
  level1Words,
  level2Words,
  MANUAL,
  permissions,
  type Target,
} from '../../contract.ts';
import { messages } from '../messages.ts';
import { showTarget, showYuan } from '../parts/show.ts';
import { RecordValue } from './RecordValue.tsx';
import { ValueText } from './ValueText.tsx';

import '../parts/declaration.css';

const EXECUTION = 'execution';

/** A row of the table: an indicator, or the execution of the budget at its end. */
type Row = IndicatorNow | typeof EXECUTION | 'sum';

/** Indicators with their values as of now; each says how it was counted, over which days, and when it was read. */
export function IndicatorsNow({ target }: { readonly target: Target }) {
  const t = useWords(messages);
  const [recording, setRecording] = useState<IndicatorNow>();
  const mayRecord = useMay()(permissions.draft);
  const columns = useColumns(target);
  const record: RowColumn<Row> = {
    key: 'record',
    title: t('record'),
    render: (row) =>
      typeof row === 'string' || row.measure !== MANUAL ? null : (
        <Button size="small" onClick={() => setRecording(row)}>
          {t('record')}
        </Button>
      ),
  };
  return (
    <>
      <RowTable<Row>
        label={t('indicators')}
        rows={[...target.indicators, EXECUTION, 'sum']}
        rowKey={(row) => (typeof row === 'string' ? row : row.id)}
        columns={mayRecord ? [...columns, record] : columns}
      />
      {recording === undefined ? null : (
        <RecordValue
          key={recording.id}
          target={target}
          indicator={recording}
          onClose={() => setRecording(undefined)}
        />
      )}
    </>
  );
}

function useColumns(target: Target): ReadonlyArray<RowColumn<Row>> {
  const t = useWords(messages);
  const { payment, total } = target;
  const last = <T,>(row: Row, execution: T, sum: T, of: (indicator: IndicatorNow) => T): T => {
    if (row === 'execution') return execution;
    return row === 'sum' ? sum : of(row);
  };
  return [
    {
      key: 'level1',
      title: t('level1'),
      width: '7rem',
      render: (row) =>
        last(row, t('execution'), t('sum'), (one) => level1Words[one.level1][t.language]),
    },
    {
      key: 'level2',
      title: t('level2'),
      render: (row) => last(row, '', '', (one) => level2Words[one.level2][t.language]),
    },
    {
      key: 'level3',
      title: t('level3'),
      render: (row) => last(row, t('whole'), '', (one) => one.level3),
    },
    {
      key: 'target',
      title: t('target'),
      width: '7.5rem',
      render: (row) => last(row, '100%', '', (one) => showTarget(one)),
    },
    {
      key: 'now',
      title: t('now'),
      render: (row) =>
        last<ReactNode>(
          row,
          <>
            <span className="ow-performance-value">
              {payment.rate === '' ? t('noValue') : `${payment.rate}%`}
            </span>
            <small className="ow-performance-source">
              {t('executionHint', { paid: showYuan(payment.paid), limit: showYuan(payment.limit) })}
            </small>
          </>,
          '',
          (one) => <ValueText indicator={one} value={one.now} />,
        ),
    },
    {
      key: 'score',
      title: t('score'),
      align: 'end',
      render: (row) => last(row, payment.score ?? '', total, (one) => one.score ?? ''),
    },
    {
      key: 'weight',
      title: t('weight'),
      align: 'end',
      render: (row) => last(row, EXECUTION_WEIGHT, '100', (one) => one.weight),
    },
  ];
}
