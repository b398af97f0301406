import type { Ref } from 'react';

import { FormFill } from '#modules/casework/matters/web/parts.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';
import { Step } from './Step.tsx';
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
