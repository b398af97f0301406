import { Button } from 'antd';
import { useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import { type Field, type FieldKind, fieldKinds, Form } from '../../../contract.ts';
import { useText } from '../../words/use-text.ts';
import { useEditing } from '../edit/editing.ts';
import { moveEntry } from '../edit/move-entry.ts';
import { freeKey } from '../edit/schema.ts';
import { SchemaFields } from '../edit/SchemaFields.tsx';
import { FieldRow } from './FieldRow.tsx';
import { messages } from './messages.ts';

type Section = Form['sections'][number];
const SectionSchema = Form.shape.sections.element;

export interface SectionDesignerProps {
  readonly section: Section;
  readonly number: number;
  /** Keys of fields that the form has. */
  readonly taken: readonly string[];
  readonly place: string;
  readonly onChange: (section: Section) => void;
  readonly onMove: (step: number) => void;
  readonly onRemove: () => void;
}

/** One section: its title and condition, its fields in order, and the kinds that can be added. */
export function SectionDesigner(props: SectionDesignerProps) {
  const { section, number, taken, place, onChange, onMove, onRemove } = props;
  const t = useWords(messages);
  const { isReadOnly } = useEditing();
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const { fields } = section;
  const setFields = (next: readonly Field[]) => onChange({ ...section, fields: [...next] });
  const move = (from: number, to: number) => {
    setFields(moveEntry(fields, from, to));
    if (chosen === from && to >= 0 && to < fields.length) setChosen(to);
  };
  return (
    <section className="ow-design-section" aria-label={t('section', { number })}>
      <SchemaFields
        schema={SectionSchema}
        value={section}
        place={`${place}.sections.${section.key}`}
        only={['title', 'showIf']}
        onChange={(next) => onChange(next as Section)}
      />
      {fields.length === 0 ? <p className="ow-edit-none">{t('sectionEmpty')}</p> : null}
      <ol className="ow-design-list">
        {fields.map((field, index) => (
          <FieldRow
            // oxlint-disable-next-line react/no-array-index-key -- the key of a field is edited here
            key={index}
            field={field}
            index={index}
            count={fields.length}
            place={place}
            isChosen={chosen === index}
            onChoose={() => setChosen(chosen === index ? undefined : index)}
            onChange={(next) => setFields(fields.map((one, at) => (at === index ? next : one)))}
            onMove={move}
            onRemove={() => {
              setChosen(undefined);
              setFields(fields.filter((_, other) => other !== index));
            }}
          />
        ))}
      </ol>
      {isReadOnly ? null : (
        <>
          <Palette
            onAdd={(kind) => {
              setFields([...fields, newField(kind, taken, t('newField'))]);
              setChosen(fields.length);
            }}
          />
          <div className="ow-edit-acts">
            <Button size="small" onClick={() => onMove(-1)}>
              {t('sectionUp')}
            </Button>
            <Button size="small" onClick={() => onMove(1)}>
              {t('sectionDown')}
            </Button>
            <Button size="small" danger onClick={onRemove}>
              {t('removeSection')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function newField(kind: FieldKind, taken: readonly string[], name: string): Field {
  const key = freeKey(taken, kind);
  return fieldKinds[kind].create({ key, label: { zh: name }, required: true });
}

function Palette({ onAdd }: { readonly onAdd: (kind: FieldKind) => void }) {
  const t = useWords(messages);
  const say = useText();
  return (
    <details className="ow-design-add">
      <summary>{t('addField')}</summary>
      <div className="ow-design-palette">
        {Object.values(fieldKinds).map(({ kind, title }) => (
          <Button key={kind} size="small" onClick={() => onAdd(kind)}>
            {say(title)}
          </Button>
        ))}
      </div>
    </details>
  );
}
