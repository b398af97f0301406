import { Button } from 'antd';
import { useRef, useState } from 'react';

import { useAct, useMay } from '#web/client/index.ts';
import { ProblemNotice, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BudgetVersion, permissions, routes } from '../../contract.ts';
import { messages } from './messages.ts';
import { toBase64 } from './to-base64.ts';

/** Larger ones are refused before they are sent. */
const LARGEST = 20_000_000;

/** A version as a package to take away; of a draft its lines can be taken from a file. */
export function LinesFiles({ version }: { readonly version: BudgetVersion }) {
  const t = useWords(messages);
  const tell = useTell();
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState<string>();
  const mayDraft = useMay()(permissions.draft);
  const take = useAct(routes.takeLines, { onDone: () => tell.done(t('taken')) });
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > LARGEST ? file.name : undefined);
    if (file.size > LARGEST) return;
    take.mutate({
      params: { id: version.id },
      body: { version: version.version, name: file.name, content: await toBase64(file) },
    });
  };
  return (
    <>
      {tooLarge === undefined ? null : (
        <span role="alert">{t('tooLarge', { file: tooLarge })}</span>
      )}
      {take.error ? <ProblemNotice problem={take.error} /> : null}
      <Button href={`/api/v1/budget/versions/${version.id}/package`}>{t('package')}</Button>
      {mayDraft && version.state === 'draft' ? (
        <>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.zip"
            aria-label={t('takeLines')}
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button loading={take.isPending} onClick={() => input.current?.click()}>
            {t('takeLines')}
          </Button>
        </>
      ) : null}
    </>
  );
}
