import { Button, Collapse } from 'antd';
import { z } from 'zod';

import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import { useEditing } from './editing.ts';
import { entryName } from './entry-name.ts';
import { messages } from './messages.ts';
import { moveEntry } from './move-entry.ts';
import type { PartProps } from './part-props.ts';
import { partName, remarksIn } from './places.ts';
import { RemarkCount, RemarksAt } from './Remarks.tsx';
import { freeKey, toBlank } from './schema.ts';

/** A list of objects: papers, questions, fees. Each unfolds; all can be moved, copied and taken away. */
export function ListField({ schema, value, label, place, onChange }: PartProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { isReadOnly, remarks, Fields } = useEditing();
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const element = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : schema;
  const keys = entries.map(partName);
  const set = (index: number, next: unknown) =>
    onChange(entries.map((entry, other) => (other === index ? next : entry)));
  return (
    <fieldset className="ow-edit-list">
      <legend>{label}</legend>
      {entries.length === 0 ? <p className="ow-edit-none">{t('nothing')}</p> : null}
      <Collapse
        size="small"
        items={entries.map((entry, index) => {
          const inner = `${place}.${partName(entry, index)}`;
          return {
            key: index,
            label: entryName(entry, language) ?? t('entry', { number: index + 1 }),
            extra: <RemarkCount remarks={remarksIn(remarks, inner)} />,
            children: (
              <>
                <RemarksAt place={inner} />
                <Fields
                  schema={element}
                  value={entry}
                  place={inner}
                  onChange={(next) => set(index, next)}
                />
                {isReadOnly ? null : (
                  <EntryActs
                    isFirst={index === 0}
                    isLast={index === entries.length - 1}
                    onMove={(step) => onChange(moveEntry(entries, index, index + step))}
                    onCopy={() => onChange([...entries, toCopy(entry, keys)])}
                    onRemove={() => onChange(entries.filter((_, other) => other !== index))}
                  />
                )}
              </>
            ),
          };
        })}
      />
      {isReadOnly ? null : (
        <Button onClick={() => onChange([...entries, toBlank(element, keys)])}>
          {t('addTo', { name: label })}
        </Button>
      )}
      <RemarksAt place={place} />
    </fieldset>
  );
}

function toCopy(entry: unknown, keys: readonly string[]): unknown {
  const copied = entry as Readonly<Record<string, unknown>>;
  return 'key' in copied ? { ...copied, key: freeKey(keys) } : { ...copied };
}

interface EntryActsProps {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: number) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

function EntryActs({ isFirst, isLast, onMove, onCopy, onRemove }: EntryActsProps) {
  const t = useWords(messages);
  return (
    <div className="ow-edit-acts">
      <Button size="small" disabled={isFirst} onClick={() => onMove(-1)}>
        {t('up')}
      </Button>
      <Button size="small" disabled={isLast} onClick={() => onMove(1)}>
        {t('down')}
      </Button>
      <Button size="small" onClick={onCopy}>
        {t('copyOf')}
      </Button>
      <Button size="small" danger onClick={onRemove}>
        {t('remove')}
      </Button>
    </div>
  );
}
