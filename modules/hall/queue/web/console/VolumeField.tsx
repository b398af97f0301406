import { Button, Slider } from 'antd';

import { TimeField } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { VolumeStep } from '../../contract.ts';
import { messages } from './screen-messages.ts';

import './volume.css';

interface VolumeFieldProps {
  readonly id?: string;
  readonly value?: readonly VolumeStep[];
  readonly onChange?: (value: readonly VolumeStep[]) => void;
}

const NONE: readonly VolumeStep[] = [];

/** How loud the displays speak from each time of the day on. */
export function VolumeField({ id, value = NONE, onChange }: VolumeFieldProps) {
  const t = useWords(messages);
  const change = (at: number, step: Partial<VolumeStep>) =>
    onChange?.(value.map((one, index) => (index === at ? { ...one, ...step } : one)));
  return (
    <ul id={id} className="ow-volume">
      {value.map((step, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a step has nothing else that stays while it is typed
        <li key={at} aria-label={`${t('from')} ${step.from}`}>
          <TimeField
            value={step.from}
            onChange={(from) => (from === null ? undefined : change(at, { from }))}
          />
          <Slider
            ariaLabelForHandle={`${t('level')} ${step.from}`}
            min={0}
            max={100}
            step={5}
            value={Math.round(step.volume * 100)}
            onChange={(level) => change(at, { volume: level / 100 })}
          />
          <output>{step.volume === 0 ? t('silent') : `${Math.round(step.volume * 100)}%`}</output>
          <Button
            size="small"
            aria-label={t('removeStep', { from: step.from })}
            disabled={value.length === 1}
            onClick={() => onChange?.(value.filter((_one, index) => index !== at))}
          >
            ×
          </Button>
        </li>
      ))}
      <li>
        <Button size="small" onClick={() => onChange?.([...value, { from: '12:00', volume: 0.6 }])}>
          {t('addStep')}
        </Button>
      </li>
    </ul>
  );
}
