import { Button } from 'antd';

import { sayAmount, useText } from '#modules/casework/matters/web/parts.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { formatDay, formatList, Notice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { keys } from './keys.ts';
import { messages } from './messages.ts';
import type { IntakeWork } from './use-intake.ts';

interface SummaryPanelProps {
  readonly work: IntakeWork;
  readonly hasWindow: boolean;
  readonly onSend: (accepts: boolean) => void;
}

/** What this visit comes to, what is still in the way, and the two acts. */
export function SummaryPanel({ work, hasWindow, onSend }: SummaryPanelProps) {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  const { state, isSending, subject } = work;
  const inTheWay = useObstacles(work, hasWindow);
  const isReady = state.party !== undefined && subject !== undefined && hasWindow;
  const isBundle = subject?.parts !== undefined;
  return (
    <aside className="ow-intake-summary" aria-label={t('summary')}>
      <h2>{t('summary')}</h2>
      <Facts work={work} />
      {isReady && inTheWay.length > 0 ? (
        <Notice tone="warn" title={t(isBundle ? 'stillOpen' : 'whyNotAccept')}>
          <ul>
            {inTheWay.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="ow-intake-acts">
        {isBundle ? null : (
          <Button
            type="primary"
            size="large"
            block
            disabled={!isReady || inTheWay.length > 0}
            loading={isSending}
            onClick={() => onSend(true)}
          >
            {t('receiveAccept')} <kbd>F9</kbd>
          </Button>
        )}
        <Button
          type={isBundle ? 'primary' : 'default'}
          size="large"
          block
          disabled={!isReady || work.unanswered > 0 || work.isTooFew || isSending}
          title={t(isBundle ? 'bundleLater' : 'receiveHint')}
          onClick={() => onSend(false)}
        >
          {t('receive')} <kbd>F8</kbd>
        </Button>
        <small>{t(isBundle ? 'bundleLater' : 'receiveHint')}</small>
      </div>
      <details className="ow-intake-keys" open>
        <summary>{t('keys')}</summary>
        <dl>
          {Object.values(keys).map((key) => (
            <div key={key.keys}>
              <dt>
                <kbd>{key.keys.replace('+a', ' + A')}</kbd>
              </dt>
              <dd>{say(key.does)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <span className="ow-only-read" aria-live="polite">
        {formatList(inTheWay, language)}
      </span>
    </aside>
  );
}

function Facts({ work }: { readonly work: IntakeWork }) {
  const t = useWords(messages);
  const text = useText();
  const { language } = useLanguage();
  const { state, subject, papers, standing } = work;
  const required = papers.filter(({ need }) => need === 'required').length;
  const names = (list: typeof standing.missing) =>
    formatList(
      list.map(({ name }) => text(name)),
      language,
    );
  return (
    <dl>
      <dt>{t('applicant')}</dt>
      <dd>{state.party?.name ?? t('notYet')}</dd>
      <dt>{t('item')}</dt>
      <dd>{subject === undefined ? t('notYet') : text(subject.name)}</dd>
      {subject === undefined ? null : (
        <>
          <dt>{t('papers')}</dt>
          <dd>
            {t('papersIn', {
              done: required - standing.missing.length - standing.deferred.length,
              all: required,
            })}
            {standing.missing.length === 0 ? null : (
              <small>{t('papersLacking', { names: names(standing.missing) })}</small>
            )}
            {standing.deferred.length === 0 ? null : (
              <small>{t('papersLater', { names: names(standing.deferred) })}</small>
            )}
          </dd>
          <dt>{t('fee')}</dt>
          <dd>
            {subject.terms.totalFen === 0
              ? t('feeNone')
              : sayAmount(subject.terms.totalFen, language)}
          </dd>
        </>
      )}
      {subject === undefined || subject.wouldBeDueOn === null ? null : (
        <>
          <dt>{t('wouldBeDue')}</dt>
          <dd>{formatDay(subject.wouldBeDueOn, language, true)}</dd>
        </>
      )}
    </dl>
  );
}

/** Why it cannot be accepted yet, in the order in which it is put right. */
function useObstacles(work: IntakeWork, hasWindow: boolean): readonly string[] {
  const t = useWords(messages);
  const text = useText();
  const { language } = useLanguage();
  const { standing, acceptance, unanswered, faults, isTooFew } = work;
  const missing = formatList(
    standing.missing.map(({ name }) => text(name)),
    language,
  );
  const lacks = missing !== '' && acceptance?.mode !== 'promise';
  return [
    ...(hasWindow ? [] : [t('needWindow')]),
    ...(unanswered === 0 ? [] : [t('openQuestions', { count: unanswered })]),
    ...(lacks ? [t('papersLacking', { names: missing })] : []),
    ...(faults.length === 0 ? [] : [t('formFaults', { count: faults.length })]),
    ...(isTooFew ? [t('tooFew')] : []),
    ...(isUnpromised(work)
      ? [t(acceptance?.mode === 'promise' ? 'promiseNeeds' : 'tolerantNeeds')]
      : []),
  ];
}

/** 容缺 and 告知承诺 stand on a promise that was not ticked yet; 一件事 is only received here. */
function isUnpromised({ acceptance, subject }: IntakeWork): boolean {
  if (acceptance === undefined || subject?.parts !== undefined) return false;
  return acceptance.mode !== 'complete' && !acceptance.promised;
}
