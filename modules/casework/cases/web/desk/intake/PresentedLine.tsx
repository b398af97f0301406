import { Button } from 'antd';

import { maskDocumentNumber } from '#kernel/crypto/mask.ts';
import { SimulatedPorts } from '#web/devices/cards/index.ts';
import { Notice, ProblemNotice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';
import type { IntakeWork } from './use-intake.ts';
import { usePresented } from './use-presented.ts';

import './ports.css';

/** Where the identity stand-in of a demonstration shows the codes of its imagined people. */
const SHOWN_CODES = '/standin/identity/codes';

interface PresentedLineProps {
  readonly work: IntakeWork;
  readonly onChosen: () => void;
}

/** Card reader and scanner of the window: what they wait for, and whom they brought. */
export function PresentedLine({ work, onChosen }: PresentedLineProps) {
  const t = useWords(messages);
  const { reader, isSimulated, isBusy, problem, unknown, register } = usePresented(work, onChosen);
  const isWaiting = reader === 'waiting';
  return (
    <div className="ow-intake-ports" aria-busy={isBusy}>
      <small data-on={isWaiting ? 'yes' : 'no'}>
        {t(isWaiting ? 'readerWaits' : 'readerAway')}
        {work.state.party === undefined ? '' : ` ${t('readerAgent')}`}
      </small>
      {unknown === undefined ? null : (
        <Notice
          tone="warn"
          title={t('cardUnknown', {
            // The card lies on the reader: the name is compared with whoever stands there.
            name: unknown.name,
            number: maskDocumentNumber(unknown.identityNo),
          })}
        >
          {register === undefined ? null : (
            <Button type="primary" loading={isBusy} onClick={() => register(unknown)}>
              {t('cardRegister')}
            </Button>
          )}
        </Notice>
      )}
      <ProblemNotice problem={problem} />
      {isSimulated ? (
        <details className="ow-intake-simulated">
          <summary>{t('simulated')}</summary>
          <p>
            {t('simulatedHint')}{' '}
            <a href={SHOWN_CODES} target="_blank" rel="noreferrer">
              {t('simulatedCodes')}
            </a>
          </p>
          <SimulatedPorts />
        </details>
      ) : null}
    </div>
  );
}
