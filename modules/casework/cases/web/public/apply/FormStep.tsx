import { useRef, useState } from 'react';

import { focusFirstFault, FormFill, SuggestedValues } from '#modules/casework/matters/web/parts.ts';
import { useMachine } from '#web/kit/machine.ts';
import { Action, Card, Notice, ProblemNotice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { usePageReading } from '../../parts/use-page-reading.ts';
import { messages } from './messages.ts';
import { StepActs } from './StepActs.tsx';
import type { ApplyWork } from './use-apply.ts';

/** The form, with what is known filled in; what is wrong can be saved, but not submitted. */
export function FormStep({ work }: { readonly work: ApplyWork }) {
  const t = useWords(messages);
  const place = useRef<HTMLDivElement>(null);
  const [isChecked, setChecked] = useState(false);
  const { item, answers, state, faults, today } = work;
  if (item === undefined) return null;
  return (
    <Card title={t('step.form')}>
      <ReadFromPaper work={work} />
      <div ref={place}>
        <FormFill
          form={item.form}
          answers={answers}
          values={state.form}
          prefilled={state.prefilled}
          isChecked={isChecked}
          today={today}
          filePurpose="cases.paper"
          signaturePurpose="cases.signature"
          onChange={(form) => work.change({ form })}
        />
      </div>
      {isChecked && faults.length > 0 ? (
        <Notice tone="bad" title={t('formWrong', { count: faults.length })} />
      ) : null}
      <StepActs
        work={work}
        onNext={() => {
          setChecked(true);
          if (faults.length > 0) setTimeout(() => focusFirstFault(place.current));
          return faults.length === 0;
        }}
      />
    </Card>
  );
}

/** 识别填表, where a camera stands: print becomes suggestions, and the applicant takes each. */
function ReadFromPaper({ work }: { readonly work: ApplyWork }) {
  const t = useWords(messages);
  const machine = useMachine();
  const { lines, isReading, problem, read } = usePageReading();
  const { item, answers, state, today } = work;
  if (machine === undefined || item === undefined) return null;
  return (
    <>
      <Action
        isBusy={isReading}
        onPress={() => machine.takePages({ label: t('readPaper'), onPages: read })}
      >
        {t(isReading ? 'readingPaper' : 'readPaper')}
      </Action>
      <ProblemNotice problem={problem} />
      {lines === undefined ? null : (
        <SuggestedValues
          form={item.form}
          answers={answers}
          values={state.form}
          lines={lines}
          today={today}
          onTake={(key, value) => work.change({ form: { ...state.form, [key]: value } })}
        />
      )}
    </>
  );
}
