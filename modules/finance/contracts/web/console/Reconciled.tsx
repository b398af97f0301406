import { useCall } from '#web/client/index.ts';
import { Notice, Section, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from '../messages.ts';

/** The ledger added up again, said in one line. */
export function Reconciled() {
  const t = useWords(messages);
  const answer = useCall(routes.reconcile);
  return (
    <Section title={t('reconcile')}>
      <WithAnswer answer={answer} lines={1}>
        {({ isRight, movements, legs }) => (
          <Notice
            tone={isRight ? 'good' : 'bad'}
            title={isRight ? t('reconciled', { movements, legs }) : t('notReconciled')}
          />
        )}
      </WithAnswer>
    </Section>
  );
}
