import { useMemo } from 'react';

import { useWords } from '#web/kit/words.ts';

import { type Answers, type Form, type FormValues, isFilled, showForm } from '../../contract.ts';
import { outputOf } from '../fields/index.ts';
import { SurroundingsContext } from '../fields/surroundings.ts';
import { useTowns } from '../fields/use-towns.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

import './form.css';

export interface FormShowProps {
  readonly form: Form;
  /** Pruned answers to the questions. */
  readonly answers: Answers;
  readonly values: FormValues;
  /** Lines to write on by hand in place of values. */
  readonly isBlank?: boolean;
}

/** A form that was filled in, to read and to print. */
export function FormShow({ form, answers, values, isBlank = false }: FormShowProps) {
  const t = useWords(messages);
  const say = useText();
  const towns = useTowns();
  const surroundings = useMemo(() => ({ towns }), [towns]);
  const { sections } = showForm(form, answers, values);
  return (
    <SurroundingsContext value={surroundings}>
      <div className="ow-show">
        {sections.map(({ section, fields }) => (
          <section key={section.key}>
            <h3>{say(section.title)}</h3>
            <dl>
              {fields.map((field) => {
                const Output = outputOf(field);
                const value = values[field.key];
                return (
                  <div
                    key={field.key}
                    data-kind={isBlank || isFilled(value) ? field.kind : 'empty'}
                  >
                    <dt>{say(field.label)}</dt>
                    <dd>
                      {isFilled(value) && !isBlank ? (
                        <Output field={field} value={value} />
                      ) : (
                        <span className={isBlank ? 'ow-show-blank' : 'ow-show-empty'}>
                          {isBlank ? null : t('empty')}
                        </span>
                      )}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </section>
        ))}
      </div>
    </SurroundingsContext>
  );
}
