import type { Ref } from 'react';

import { FormFill, SuggestedValues } from '#modules/casework/matters/web/parts.ts';
import { ProblemNotice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { usePageReading } from '../../parts/use-page-reading.ts';
import { CameraButton } from './CameraButton.tsx';
import { messages } from './messages.ts';
import { Step } from './Step.tsx';
import type { Subject } from './subject.ts';
import type { IntakeWork } from './use-intake.ts';

interface FormStepProps {
  readonly work: IntakeWork;
  readonly placeRef: Ref<HTMLDivElement>;
}

/** The application form, with what is known already. */
export function FormStep({ work, placeRef }: FormStepProps) {
  const t = useWords(messages);
  const { subject, state, change, isChecked, today } = work;
  if (subject === undefined) return null;
  return (
    <Step title={t('form')} shortcut="F6" hint={t('formHint')} placeRef={placeRef}>
      {subject.form.sections.length === 0 ? null : (
        <ReadFromPaper
          key={`${state.bundleId} ${state.matterId} ${state.itemKey}`}
          work={work}
          subject={subject}
        />
      )}
      <FormFill
        form={subject.form}
        answers={subject.answers}
        values={state.form}
        prefilled={state.prefilled}
        isChecked={isChecked}
        today={today}
        filePurpose="cases.paper"
        signaturePurpose="cases.signature"
        onChange={(form) => change({ form })}
      />
    </Step>
  );
}

interface ReadFromPaperProps {
  readonly work: IntakeWork;
  readonly subject: Subject;
}

/** 识别填表: what is printed on a paper under the camera is suggested, and the clerk takes each value. */
function ReadFromPaper({ work: { state, change, today }, subject }: ReadFromPaperProps) {
  const t = useWords(messages);
  const { lines, isReading, problem, read } = usePageReading();
  return (
    <div className="ow-intake-reading" aria-busy={isReading}>
      <CameraButton
        label={t('readPaperHint')}
        text={t(isReading ? 'readingPaper' : 'readPaper')}
        onDone={({ pages }) => read(pages.map(({ jpeg }) => jpeg))}
      />
      <ProblemNotice problem={problem} />
      {lines === undefined ? null : (
        <SuggestedValues
          form={subject.form}
          answers={subject.answers}
          values={state.form}
          lines={lines}
          today={today}
          onTake={(key, value) => change({ form: { ...state.form, [key]: value } })}
        />
      )}
    </div>
  );
}
