import { Button } from 'antd';

import { useWords } from '#web/kit/words.ts';

import type { Form, ScenarioQuestion } from '../../../contract.ts';
import { useEditing } from '../edit/editing.ts';
import { moveEntry } from '../edit/move-entry.ts';
import { RemarksAt } from '../edit/Remarks.tsx';
import { freeKey } from '../edit/schema.ts';
import { FormPreview } from './FormPreview.tsx';
import { messages } from './messages.ts';
import { SectionDesigner } from './SectionDesigner.tsx';

export interface FormDesignerProps {
  readonly form: Form;
  readonly questions: readonly ScenarioQuestion[];
  /** Of the form in the content, for what is to be put right. */
  readonly place: string;
  readonly onChange: (form: Form) => void;
}

/** Sections and fields at the left, the form as it will be at the right. */
export function FormDesigner({ form, questions, place, onChange }: FormDesignerProps) {
  const t = useWords(messages);
  const { isReadOnly } = useEditing();
  const { sections } = form;
  const taken = sections.flatMap(({ fields }) => fields.map(({ key }) => key));
  const add = () => {
    const key = freeKey(
      sections.map((section) => section.key),
      'section',
    );
    onChange({ sections: [...sections, { key, title: { zh: t('newSection') }, fields: [] }] });
  };
  return (
    <div className="ow-design">
      <div className="ow-design-parts">
        <RemarksAt place={place} />
        <p className="ow-edit-none">{t(sections.length === 0 ? 'empty' : 'moveHint')}</p>
        {sections.map((section, index) => (
          <SectionDesigner
            // oxlint-disable-next-line react/no-array-index-key -- the key of a section is edited here
            key={index}
            section={section}
            number={index + 1}
            taken={taken}
            place={place}
            onChange={(next) =>
              onChange({ sections: sections.map((one, other) => (other === index ? next : one)) })
            }
            onMove={(step) => onChange({ sections: [...moveEntry(sections, index, index + step)] })}
            onRemove={() => onChange({ sections: sections.filter((_, other) => other !== index) })}
          />
        ))}
        {isReadOnly ? null : (
          <div>
            <Button onClick={add}>{t('addSection')}</Button>
          </div>
        )}
      </div>
      <FormPreview form={form} questions={questions} />
    </div>
  );
}
