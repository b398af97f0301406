import type { Ref } from 'react';

import { Questions, RequirementsLine, useText } from '#modules/casework/matters/web/parts.ts';
import { ProblemNotice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { Finder } from '../../parts/Finder.tsx';
import { findMatters } from './find-matters.ts';
import { withMatter } from './intake-state.ts';
import { messages } from './messages.ts';
import { Step } from './Step.tsx';
import type { IntakeWork } from './use-intake.ts';

interface MatterStepProps {
  readonly work: IntakeWork;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly placeRef: Ref<HTMLDivElement>;
}

/** Which matter, which of its items, and which scenario. */
export function MatterStep({ work, inputRef, placeRef }: MatterStepProps) {
  const t = useWords(messages);
  const text = useText();
  const { state, content, item, requirements, guide } = work;
  return (
    <Step title={t('matter')} shortcut="F3" placeRef={placeRef}>
      <Finder
        label={t('matter')}
        placeholder={t('matterHint')}
        find={findMatters}
        none={t('matterNone')}
        inputRef={inputRef}
        shortest={1}
        onPick={({ matterId, items }) => {
          const only = items.length === 1 ? items[0]?.key : undefined;
          work.replace(withMatter(state, matterId, only));
        }}
      />
      {state.matterId === undefined ? null : <ProblemNotice problem={guide.error} />}
      {content === undefined ? null : (
        <>
          <p className="ow-intake-chosen">
            <strong>{text(content.name)}</strong>
            <span>{content.authority.name}</span>
          </p>
          {content.items.length < 2 ? null : (
            <fieldset className="ow-intake-items">
              <legend>{t('item')}</legend>
              {content.items.map((one) => (
                <label key={one.key} data-chosen={one.key === item?.key ? 'yes' : 'no'}>
                  <input
                    type="radio"
                    name="item"
                    checked={one.key === item?.key}
                    onChange={() => work.replace(withMatter(state, state.matterId, one.key))}
                  />
                  {text(one.name)}
                </label>
              ))}
            </fieldset>
          )}
          {item === undefined ? null : (
            <Questions
              questions={item.questions}
              answers={state.answers}
              onChange={(answers) => work.change({ answers })}
            />
          )}
          {requirements === undefined ? null : <RequirementsLine requirements={requirements} />}
        </>
      )}
    </Step>
  );
}
