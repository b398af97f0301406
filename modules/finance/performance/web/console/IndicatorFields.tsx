import { Button, Input, Select } from 'antd';

import { useWords } from '#web/kit/words.ts';

import {
  type Indicator,
  Level1,
  level1Words,
  level2Words,
  levelsUnder,
  MANUAL,
  type MeasureShown,
  Sign,
  signText,
} from '../../contract.ts';
import { messages } from '../messages.ts';

interface IndicatorFieldsProps {
  readonly row: Indicator;
  /** Its place in the table, from 1. */
  readonly number: number;
  readonly measures: readonly MeasureShown[];
  readonly onChange: (row: Indicator) => void;
  readonly onRemove: () => void;
}

type TextKey = 'level3' | 'target' | 'unit' | 'weight';

/** One indicator as a row of fields. */
export function IndicatorFields(props: IndicatorFieldsProps) {
  const { row, number, measures, onChange, onRemove } = props;
  const t = useWords(messages);
  const nameOf = (key: TextKey | 'level1' | 'level2' | 'sign' | 'measure') =>
    t('ofRow', { row: number, what: t(key) });
  const text = (key: TextKey, look: string) => (
    <td>
      <Input
        className={look}
        aria-label={nameOf(key)}
        value={row[key]}
        onChange={(event) => onChange({ ...row, [key]: event.target.value })}
      />
    </td>
  );
  const known = measures.some(({ name }) => name === row.measure) || row.measure === MANUAL;
  return (
    <tr>
      <td>
        <Select
          aria-label={nameOf('level1')}
          value={row.level1}
          options={Level1.options.map((value) => ({
            value,
            label: level1Words[value][t.language],
          }))}
          onChange={(level1) =>
            onChange({ ...row, level1, level2: levelsUnder[level1][0] ?? row.level2 })
          }
        />
      </td>
      <td>
        <Select
          aria-label={nameOf('level2')}
          value={row.level2}
          options={levelsUnder[row.level1].map((value) => ({
            value,
            label: level2Words[value][t.language],
          }))}
          onChange={(level2) => onChange({ ...row, level2 })}
        />
      </td>
      {text('level3', 'ow-performance-wide')}
      <td>
        <Select
          aria-label={nameOf('sign')}
          value={row.sign}
          options={Sign.options.map((value) => ({ value, label: signText[value] }))}
          onChange={(sign) => onChange({ ...row, sign })}
        />
      </td>
      {text('target', 'ow-performance-short')}
      {text('unit', 'ow-performance-short')}
      {text('weight', 'ow-performance-short')}
      <td>
        <Select
          className="ow-performance-wide"
          aria-label={nameOf('measure')}
          value={row.measure}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: MANUAL, label: t('manual') },
            ...measures.map(({ name, title }) => ({ value: name, label: title[t.language] })),
            ...(known ? [] : [{ value: row.measure, label: row.measure }]),
          ]}
          onChange={(measure) => onChange({ ...row, measure })}
        />
      </td>
      <td>
        <Button aria-label={t('removeOf', { row: number })} onClick={onRemove}>
          {t('remove')}
        </Button>
      </td>
    </tr>
  );
}
