import { Page } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { SessionsTable } from './SessionsTable.tsx';

/** Who is signed in now. */
export function SessionsPage() {
  const t = useWords(messages);
  return (
    <Page title={t('sessions')} description={t('sessionsHint')}>
      <SessionsTable />
    </Page>
  );
}
