import type { routes } from '#kernel/jobs/contract-admin.ts';

import type { RowOf } from '../../../../client/index.ts';
import { useLanguage } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

type Titled = Pick<RowOf<typeof routes.list>, 'name' | 'title'>;

/** A job by its title and its name. */
export function JobName({ job }: { readonly job: Titled }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <>
      {job.title === null ? t('unknownJob') : say(job.title)} <code>{job.name}</code>
    </>
  );
}
