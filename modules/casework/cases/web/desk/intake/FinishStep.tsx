import { useId } from 'react';

import { useText } from '#modules/casework/matters/web/parts.ts';
import { useWords } from '#web/kit/words.ts';

import type { DeliveryWish } from '../../../contract.ts';
import { CompactUpload } from '../../parts/CompactUpload.tsx';
import { FileLinks } from '../../parts/FileLinks.tsx';
import { messages as words } from '../../parts/messages.ts';
import { messages } from './messages.ts';
import { Step } from './Step.tsx';
import type { IntakeWork } from './use-intake.ts';

interface FinishStepProps {
  readonly work: IntakeWork;
}

/** How the result is collected, and how the application is accepted. */
export function FinishStep({ work }: FinishStepProps) {
  const t = useWords(messages);
  return (
    <Step title={t('finish')}>
      <Delivery work={work} />
      {work.subject?.parts === undefined ? (
        <Modes work={work} />
      ) : (
        <p className="ow-intake-note">{t('bundleLater')}</p>
      )}
    </Step>
  );
}

function Delivery({ work }: FinishStepProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const { state, change, subject } = work;
  const { delivery } = state;
  const set = (part: Partial<DeliveryWish>) => change({ delivery: { ...delivery, ...part } });
  return (
    <fieldset className="ow-intake-items">
      <legend>{t('delivery')}</legend>
      {(subject?.ways ?? ['window']).map((way) => (
        <label key={way} data-chosen={way === delivery.way ? 'yes' : 'no'}>
          <input
            type="radio"
            name="delivery"
            checked={way === delivery.way}
            onChange={() => set({ way })}
          />
          {w(`delivery.${way}`)}
        </label>
      ))}
      {delivery.way === 'courier' ? (
        <div className="ow-intake-address">
          {(['recipient', 'phone', 'address'] as const).map((name) => (
            <input
              key={name}
              aria-label={t(name)}
              placeholder={t(name)}
              value={delivery[name]}
              autoComplete="off"
              maxLength={name === 'address' ? 200 : 40}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}

function Modes({ work }: FinishStepProps) {
  const t = useWords(messages);
  const { state, change, subject, standing } = work;
  const mayPromise = subject?.promise !== undefined;
  const byPapers = standing.mode ?? 'complete';
  const chosen = state.mode === 'promise' ? 'promise' : byPapers;
  const modes = [byPapers, ...(mayPromise ? (['promise'] as const) : [])];
  return (
    <fieldset className="ow-intake-items">
      <legend>{t('mode')}</legend>
      {modes.map((mode) => (
        <label key={mode} data-chosen={mode === chosen ? 'yes' : 'no'}>
          <input
            type="radio"
            name="mode"
            checked={mode === chosen}
            onChange={() => change({ mode, promised: false })}
          />
          {t(`mode.${mode}`)}
        </label>
      ))}
      {chosen === 'complete' ? null : <PromiseFields work={work} mode={chosen} />}
    </fieldset>
  );
}

function PromiseFields({
  work,
  mode,
}: FinishStepProps & { readonly mode: 'tolerant' | 'promise' }) {
  const t = useWords(messages);
  const text = useText();
  const id = useId();
  const { state, change, subject, today } = work;
  const promise = subject?.promise;
  return (
    <div className="ow-intake-promise">
      {mode === 'promise' && promise !== undefined && promise !== null ? (
        <blockquote>{text(promise)}</blockquote>
      ) : null}
      {mode === 'tolerant' ? (
        <p>
          <label htmlFor={id}>{t('supplementDueOn')}</label>
          <input
            id={id}
            type="date"
            min={today}
            value={state.supplementDueOn}
            onChange={(event) => change({ supplementDueOn: event.target.value })}
          />
          <small>{t('supplementHint')}</small>
        </p>
      ) : null}
      <label>
        <input
          type="checkbox"
          checked={state.promised}
          onChange={(event) => change({ promised: event.target.checked })}
        />
        {t(mode === 'tolerant' ? 'tolerancePromised' : 'promisePromised')}
      </label>
      <FileLinks fileIds={state.promiseFileIds} onRemove={() => change({ promiseFileIds: [] })} />
      {state.promiseFileIds.length > 0 ? null : (
        <CompactUpload
          label={t('promiseFile')}
          purpose="cases.paper"
          onFiles={(ids) => change({ promiseFileIds: ids.slice(0, 1) })}
        />
      )}
    </div>
  );
}
