import { Button, Input } from 'antd';
import { useState } from 'react';

import { newId } from '#kernel/ids/id.ts';
import { useAct, useCall } from '#web/client/index.ts';
import { Notice, ProblemNotice, Section, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { checkIndicators, Indicator, routes, sumPoints, type Target } from '../../contract.ts';
import { messages } from '../messages.ts';
import { IndicatorFields } from './IndicatorFields.tsx';

import '../parts/declaration.css';

interface EditorProps {
  readonly target: Target;
  readonly onClose: () => void;
}

const blank = (): Indicator => ({
  id: newId(),
  level1: 'output',
  level2: 'quantity',
  level3: '',
  sign: 'at-least',
  target: '',
  unit: '',
  weight: '10',
  measure: 'manual',
  basis: '',
});

/** Goal and indicators of a draft, edited whole; what is wrong with the set is said while it is typed. */
export function IndicatorsEditor({ target, onClose }: EditorProps) {
  const t = useWords(messages);
  const tell = useTell();
  const [annualGoal, setGoal] = useState(target.annualGoal);
  const [rows, setRows] = useState<readonly Indicator[]>(() =>
    target.indicators.map((one) => Indicator.parse(one)),
  );
  const measures = useCall(routes.listMeasures, { query: { year: target.year } });
  const offered = measures.data?.items ?? [];
  const known = measures.data && new Set(offered.map(({ name }) => name));
  const faults = checkIndicators(rows, known);
  const save = useAct(routes.saveTarget, {
    onDone: () => {
      tell.done(t('saved'));
      onClose();
    },
  });
  const replace = (row: Indicator) =>
    setRows((former) => former.map((one) => (one.id === row.id ? row : one)));
  return (
    <Section
      title={t('indicators')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() =>
              save.mutate({
                params: { id: target.id },
                body: { version: target.version, annualGoal, indicators: [...rows] },
              })
            }
          >
            {t('save')}
          </Button>
        </>
      }
    >
      {save.error ? <ProblemNotice problem={save.error} /> : null}
      <label>
        {t('annualGoal')}
        <Input.TextArea
          value={annualGoal}
          rows={3}
          maxLength={2000}
          onChange={(event) => setGoal(event.target.value)}
        />
      </label>
      <div className="ow-performance-editor">
        <table>
          <caption className="ow-only-read">{t('indicators')}</caption>
          <thead>
            <tr>
              {(
                [
                  'level1',
                  'level2',
                  'level3',
                  'sign',
                  'target',
                  'unit',
                  'weight',
                  'measure',
                ] as const
              ).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
              <th scope="col">
                <span className="ow-only-read">{t('remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <IndicatorFields
                key={row.id}
                row={row}
                number={index + 1}
                measures={offered}
                onChange={replace}
                onRemove={() => setRows((former) => former.filter((one) => one.id !== row.id))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Button onClick={() => setRows((former) => [...former, blank()])}>{t('add')}</Button>{' '}
        {t('sum')} {sumPoints(rows.map(({ weight }) => weight))} / 90.00
      </p>
      {faults.length === 0 ? null : (
        <Notice tone="warn" title={t('faults')}>
          <ul>
            {faults.map(({ index, reason }) => (
              <li key={`${index} ${reason.en}`}>{reason[t.language]}</li>
            ))}
          </ul>
        </Notice>
      )}
    </Section>
  );
}
