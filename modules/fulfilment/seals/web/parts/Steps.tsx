import { formatInstant, useLanguage } from '#web/kit/public/index.ts';

import { type Step, transitions } from '../../contract.ts';

import './seals.css';

/** What was done, the newest first. */
export function Steps({
  steps,
}: {
  readonly steps: ReadonlyArray<Omit<Step, 'byName' | 'note'> & Partial<Step>>;
}) {
  const { say, language } = useLanguage();
  return (
    <ol className="ow-seal-steps">
      {steps.toReversed().map(({ seq, at, act, byName, note }) => (
        <li key={seq}>
          {say(transitions[act].title)}
          <small>
            {[formatInstant(at, language), byName, note]
              .filter((one) => one !== undefined && one !== '')
              .join(' · ')}
          </small>
        </li>
      ))}
    </ol>
  );
}
