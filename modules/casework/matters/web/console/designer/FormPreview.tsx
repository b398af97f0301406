import { Segmented } from 'antd';
import { useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import {
  type Answers,
  type Form,
  type FormValues,
  pruneAnswers,
  type ScenarioQuestion,
} from '../../../contract.ts';
import { FormFill } from '../../form/FormFill.tsx';
import { Questions } from '../../questions/Questions.tsx';
import { messages } from './messages.ts';

/** The form as people will fill it in, on a computer or a phone, for the case that is chosen. */
export function FormPreview({
  form,
  questions,
}: {
  readonly form: Form;
  readonly questions: readonly ScenarioQuestion[];
}) {
  const t = useWords(messages);
  const [width, setWidth] = useState<'desk' | 'phone'>('desk');
  const [given, setGiven] = useState<Answers>({});
  const [values, setValues] = useState<FormValues>({});
  const answers = pruneAnswers(questions, given);
  return (
    <aside className="ow-design-preview" aria-label={t('preview')}>
      <Segmented
        value={width}
        options={[
          { value: 'desk', label: t('desk') },
          { value: 'phone', label: t('phone') },
        ]}
        onChange={setWidth}
      />
      {questions.length === 0 ? null : (
        <details>
          <summary>{t('answers')}</summary>
          <Questions questions={questions} answers={answers} onChange={setGiven} />
        </details>
      )}
      <div className="ow-design-sheet" data-width={width}>
        <FormFill form={form} answers={answers} values={values} onChange={setValues} />
      </div>
    </aside>
  );
}
