import { useState } from 'react';

import { Questions, RequirementsLine, useText } from '#modules/casework/matters/web/parts.ts';
import { Card, Notice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';
import { StepActs } from './StepActs.tsx';
import type { ApplyWork } from './use-apply.ts';

/** What somebody applies for, and in which situation. */
export function QuestionsStep({ work }: { readonly work: ApplyWork }) {
  const t = useWords(messages);
  const text = useText();
  const [isChecked, setChecked] = useState(false);
  const { item, requirements, guide } = work;
  const unanswered = requirements?.unanswered.length ?? 0;
  const { items } = guide.content;
  return (
    <Card title={t('step.questions')}>
      {items.length < 2 ? null : (
        <fieldset className="ow-plain-field">
          <legend>{t('item')}</legend>
          {items.map((one) => (
            <label key={one.key} className="ow-plain-option">
              <input
                type="radio"
                name="item"
                checked={one.key === item?.key}
                onChange={() =>
                  work.change({ itemKey: one.key, answers: {}, form: {}, entries: {} })
                }
              />
              <span>{text(one.name)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {item === undefined ? null : (
        <Questions
          questions={item.questions}
          answers={work.state.answers}
          onChange={(answers) => work.change({ answers })}
        />
      )}
      {item !== undefined && item.questions.length === 0 ? <p>{t('noQuestions')}</p> : null}
      {requirements === undefined || unanswered > 0 ? null : (
        <RequirementsLine requirements={requirements} />
      )}
      {isChecked && item === undefined ? <Notice tone="bad" title={t('chooseItem')} /> : null}
      {isChecked && unanswered > 0 ? <Notice tone="bad" title={t('answerAll')} /> : null}
      <StepActs
        work={work}
        onNext={() => {
          setChecked(true);
          return item !== undefined && unanswered === 0;
        }}
      />
    </Card>
  );
}
