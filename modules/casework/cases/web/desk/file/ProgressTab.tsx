import { useCall } from '#web/client/index.ts';
import { Section, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type CaseInFull, routes } from '../../../contract.ts';
import { DeadlineProofView } from '../../parts/DeadlineProofView.tsx';
import { messages as words } from '../../parts/messages.ts';
import { Timeline } from '../../parts/Timeline.tsx';
import { messages } from './messages.ts';

/** What happened, and why the limit is the day that it is. */
export function ProgressTab({ file }: { readonly file: CaseInFull }) {
  const t = useWords(messages);
  const w = useWords(words);
  const place = { params: { id: file.id } };
  const proof = useCall(routes.getDeadlines, place);
  const history = useCall(routes.listHistory, place);
  return (
    <>
      <Section title={w('proof')} description={w('proofHint')}>
        <WithAnswer answer={proof}>{(data) => <DeadlineProofView proof={data} />}</WithAnswer>
      </Section>
      <Section title={w('timeline')} description={t('messageHint')}>
        <WithAnswer answer={history}>{({ items }) => <Timeline entries={items} />}</WithAnswer>
      </Section>
    </>
  );
}
