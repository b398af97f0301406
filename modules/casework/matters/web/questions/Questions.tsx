import { useId } from 'react';

import { Notice } from '#web/kit/common/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  answerQuestion,
  type Answers,
  askQuestions,
  type ScenarioQuestion,
} from '../../contract.ts';
import { useText } from '../words/use-text.ts';
import { listOpen } from './list-open.ts';
import { messages } from './messages.ts';

import './questions.css';

export interface QuestionsProps {
  readonly questions: readonly ScenarioQuestion[];
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  readonly isDisabled?: boolean;
}

/** The questions that choose the scenario, one after the other; a changed answer clears what hangs on it. */
export function Questions({ questions, answers, onChange, isDisabled = false }: QuestionsProps) {
  const t = useWords(messages);
  const { open, isComplete } = listOpen(askQuestions(questions, answers));
  if (questions.length === 0) return null;
  return (
    <section className="ow-ask" aria-label={t('questions')}>
      {open.map((question, index) => (
        <Question
          key={question.key}
          question={question}
          number={index + 1}
          chosen={answers[question.key] ?? []}
          isDisabled={isDisabled}
          onChoose={(chosen) => onChange(answerQuestion(questions, answers, question.key, chosen))}
        />
      ))}
      <Notice tone={isComplete ? 'good' : 'busy'} title={t(isComplete ? 'complete' : 'left')} />
      {Object.keys(answers).length === 0 || isDisabled ? null : (
        <div className="ow-no-print">
          <button
            type="button"
            className="ow-button"
            data-look="quiet"
            onClick={() => onChange({})}
          >
            {t('again')}
          </button>
        </div>
      )}
    </section>
  );
}

interface QuestionProps {
  readonly question: ScenarioQuestion;
  readonly number: number;
  readonly chosen: readonly string[];
  readonly isDisabled: boolean;
  readonly onChoose: (chosen: readonly string[]) => void;
}

function Question({ question, number, chosen, isDisabled, onChoose }: QuestionProps) {
  const t = useWords(messages);
  const say = useText();
  const id = useId();
  const isMany = question.kind === 'multiple';
  const choose = (key: string, isOn: boolean) => {
    if (!isMany) return onChoose([key]);
    const keys = question.options.map((option) => option.key);
    return onChoose(keys.filter((one) => (one === key ? isOn : chosen.includes(one))));
  };
  return (
    <fieldset className="ow-ask-question">
      <legend>
        <span className="ow-ask-number">{t('number', { number })}</span> {say(question.text)}{' '}
        {isMany ? <small>{t('many')}</small> : null}
      </legend>
      {question.help === undefined ? null : <p className="ow-ask-help">{say(question.help)}</p>}
      <div className="ow-ask-options">
        {question.options.map((option) => (
          <label key={option.key} data-chosen={chosen.includes(option.key) ? 'yes' : 'no'}>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={id}
              checked={chosen.includes(option.key)}
              disabled={isDisabled}
              onChange={(event) => choose(option.key, event.target.checked)}
            />
            <span>{say(option.text)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
