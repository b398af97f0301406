import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { z } from 'zod';

import { useWords } from '#web/kit/words.ts';

import { Field, fieldKinds } from '../../../contract.ts';
import { useText } from '../../words/use-text.ts';
import { useEditing } from '../edit/editing.ts';
import { remarksIn } from '../edit/places.ts';
import { RemarkCount, RemarksAt } from '../edit/Remarks.tsx';
import { SchemaFields } from '../edit/SchemaFields.tsx';
import { messages } from './messages.ts';

export interface FieldRowProps {
  readonly field: Field;
  readonly index: number;
  readonly count: number;
  readonly place: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onChange: (field: Field) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
}

const DRAGGED = 'text/x-field';

/** A field in its section: unfolds its properties; is moved by dragging or by Alt and an arrow. */
export function FieldRow(props: FieldRowProps) {
  const { field, index, place, isChosen, onChoose, onChange, onMove } = props;
  const t = useWords(messages);
  const say = useText();
  const { isReadOnly, remarks } = useEditing();
  const [isOver, setOver] = useState(false);
  const here = `${place}.fields.${field.key}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || isReadOnly) return;
    if (event.key === 'ArrowUp') onMove(index, index - 1);
    if (event.key === 'ArrowDown') onMove(index, index + 1);
  };
  return (
    <li data-chosen={isChosen ? 'yes' : 'no'} data-over={isOver ? 'yes' : 'no'}>
      <div className="ow-design-row">
        <button
          type="button"
          aria-expanded={isChosen}
          draggable={!isReadOnly}
          onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(index))}
          onClick={onChoose}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes(DRAGGED)) return;
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            setOver(false);
            const from = event.dataTransfer.getData(DRAGGED);
            if (from !== '') onMove(Number(from), index);
          }}
          onKeyDown={onKeyDown}
        >
          <span>{say(field.label)}</span>
          <small>
            {say(fieldKinds[field.kind].title)}
            {field.required ? ` · ${t('required')}` : ''}
            {field.showIf === undefined ? '' : ` · ${t('conditional')}`}
          </small>
          <RemarkCount remarks={remarksIn(remarks, here)} />
        </button>
        {isReadOnly ? null : <RowActs {...props} />}
      </div>
      {isChosen ? (
        <div className="ow-design-properties">
          <RemarksAt place={here} />
          <SchemaFields
            schema={schemaOf(field.kind)}
            value={field}
            place={here}
            leaveOut={['kind']}
            onChange={(next) => onChange(next as Field)}
          />
        </div>
      ) : null}
    </li>
  );
}

function RowActs({ field, index, count, onMove, onRemove }: FieldRowProps) {
  const t = useWords(messages);
  const say = useText();
  const name = say(field.label);
  return (
    <>
      <Button
        size="small"
        type="text"
        aria-label={t('up', { name })}
        disabled={index === 0}
        onClick={() => onMove(index, index - 1)}
      >
        ↑
      </Button>
      <Button
        size="small"
        type="text"
        aria-label={t('down', { name })}
        disabled={index === count - 1}
        onClick={() => onMove(index, index + 1)}
      >
        ↓
      </Button>
      <Button size="small" type="text" danger aria-label={t('remove', { name })} onClick={onRemove}>
        ✕
      </Button>
    </>
  );
}

/** The schema of fields of a kind: it says which properties they have. */
function schemaOf(kind: Field['kind']): z.ZodType {
  const found = Field.options.find((option) => option.shape.kind.value === kind);
  if (found === undefined) throw new Error(`No field of the kind ${kind}`);
  return found;
}
