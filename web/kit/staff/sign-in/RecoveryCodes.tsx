import { Button } from 'antd';

import { PrintFrame } from '../../common/index.ts';
import { useWords } from '../../words.ts';
import { messages } from './messages.ts';
import { StepFrame } from './StepFrame.tsx';

/** The recovery codes, shown once; goes on only when the person says that they are kept. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}) {
  const t = useWords(messages);
  return (
    <StepFrame title={t('recoveryTitle')} hint={t('recoveryText')}>
      <PrintFrame title={t('recoveryTitle')}>
        <ul className="ow-recovery">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </PrintFrame>
      <Button size="large" block className="ow-no-print" onClick={() => globalThis.print()}>
        {t('print')}
      </Button>
      <Button type="primary" size="large" block className="ow-no-print" onClick={onKept}>
        {t('recoverySaved')}
      </Button>
    </StepFrame>
  );
}
