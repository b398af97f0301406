import { Button } from 'antd';

import { useAct, useMay } from '#web/client/index.ts';
import { ProblemNotice, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BudgetVersion, permissions, routes } from '../../contract.ts';
import { FileButton } from './FileButton.tsx';
import { messages } from './messages.ts';

/** A version as a package to take away; of a draft its lines can be taken from a file. */
export function LinesFiles({ version }: { readonly version: BudgetVersion }) {
  const t = useWords(messages);
  const tell = useTell();
  const mayDraft = useMay()(permissions.draft);
  const take = useAct(routes.takeLines, { onDone: () => tell.done(t('taken')) });
  return (
    <>
      {take.error ? <ProblemNotice problem={take.error} /> : null}
      <Button href={`/api/v1/budget/versions/${version.id}/package`}>{t('package')}</Button>
      {mayDraft && version.state === 'draft' ? (
        <FileButton
          label={t('takeLines')}
          accept=".csv,.zip"
          loading={take.isPending}
          onChoose={(file) =>
            take.mutate({ params: { id: version.id }, body: { version: version.version, ...file } })
          }
        />
      ) : null}
    </>
  );
}
