import { Action } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { stepBeside } from './apply-state.ts';
import { messages } from './messages.ts';
import type { ApplyWork } from './use-apply.ts';

interface StepActsProps {
  readonly work: ApplyWork;
  /** Looks at the step first; false stays. */
  readonly onNext: () => boolean;
}

/** Back and on; going on saves. */
export function StepActs({ work, onNext }: StepActsProps) {
  const t = useWords(messages);
  const { step } = work.state;
  const before = stepBeside(step, -1);
  const after = stepBeside(step, 1);
  return (
    <div className="ow-sheet-actions">
      {after === undefined ? null : (
        <Action
          look="strong"
          isBusy={work.saving.isPending}
          onPress={() => {
            if (onNext()) void work.goTo(after);
          }}
        >
          {work.saving.isPending ? t('saving') : t('next')}
        </Action>
      )}
      {before === undefined ? null : (
        <Action onPress={() => work.change({ step: before })}>{t('back')}</Action>
      )}
    </div>
  );
}
