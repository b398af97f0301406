import { useWords } from '#web/kit/words.ts';

import { type StepName, STEPS } from './apply-state.ts';
import { messages } from './messages.ts';

/** Where one is, of how many steps. */
export function StepLine({ step }: { readonly step: StepName }) {
  const t = useWords(messages);
  const at = STEPS.indexOf(step);
  return (
    <nav aria-label={t('steps')}>
      <ol className="ow-apply-steps">
        {STEPS.map((one, index) => (
          <li
            key={one}
            data-state={index < at ? 'done' : 'ahead'}
            aria-current={one === step ? 'step' : undefined}
          >
            <b>{index + 1}</b>
            <span>{t(`step.${one}`)}</span>
          </li>
        ))}
      </ol>
      <p className="ow-only-read">{t('stepOf', { number: at + 1, count: STEPS.length })}</p>
    </nav>
  );
}
