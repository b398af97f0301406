import { Button, Select } from 'antd';

import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import type { Condition } from '../../../contract.ts';
import { sayCondition } from '../../words/say-condition.ts';
import { ConditionPart } from './ConditionPart.tsx';
import { useEditing } from './editing.ts';
import { type FlatCondition, fromFlat, startPart, toFlat } from './flat-condition.ts';
import { messages } from './messages.ts';
import type { PartProps } from './part-props.ts';

/** A condition put together from parts; one with several levels is kept and read out. */
export function ConditionField({ value, label, onChange }: PartProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const editing = useEditing();
  const condition = value as Condition | undefined;
  const start = startPart(editing);
  if (condition === undefined)
    return (
      <div className="ow-edit-acts">
        <span className="ow-edit-none">{t('always')}</span>
        {editing.isReadOnly || start === undefined ? null : (
          <Button size="small" onClick={() => onChange(start)}>
            {t('conditionAdd')}
          </Button>
        )}
      </div>
    );
  const flat = toFlat(condition);
  const said = sayCondition(condition, editing, language);
  if (editing.isReadOnly) return <p>{said}</p>;
  const set = (next: FlatCondition) => onChange(fromFlat(next));
  return (
    <div className="ow-edit-condition">
      {flat === undefined ? <p>{t('tooDeep', { what: said })}</p> : null}
      {flat === undefined || flat.parts.length < 2 ? null : (
        <Select
          aria-label={label}
          value={flat.match}
          options={[
            { value: 'all', label: t('matchAll') },
            { value: 'any', label: t('matchAny') },
          ]}
          onChange={(match: FlatCondition['match']) => set({ ...flat, match })}
        />
      )}
      {flat?.parts.map((part, index) => (
        <ConditionPart
          // oxlint-disable-next-line react/no-array-index-key -- parts of a condition have no key of their own
          key={index}
          part={part}
          onChange={(next) =>
            set({ ...flat, parts: flat.parts.map((one, other) => (other === index ? next : one)) })
          }
          onRemove={() => set({ ...flat, parts: flat.parts.filter((_, other) => other !== index) })}
        />
      ))}
      <div className="ow-edit-acts">
        {flat === undefined || start === undefined ? null : (
          <Button size="small" onClick={() => set({ ...flat, parts: [...flat.parts, start] })}>
            {t('addPart')}
          </Button>
        )}
        <Button size="small" onClick={() => onChange(undefined)}>
          {t('conditionDrop')}
        </Button>
      </div>
    </div>
  );
}
