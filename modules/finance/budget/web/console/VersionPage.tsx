import { useCall } from '#web/client/index.ts';
import { Notice, Page, StatusTag, useParam, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BudgetVersion, routes, stageWords } from '../../contract.ts';
import { Comparison } from './Comparison.tsx';
import { ControlFigures } from './ControlFigures.tsx';
import { LinesEditor } from './LinesEditor.tsx';
import { messages } from './messages.ts';
import { VersionActs } from './VersionActs.tsx';

import './console.css';

const TONES = { draft: 'idle', submitted: 'warn', approved: 'good' } as const;

/** One version: its lines, their audit, what it changes, and what can be done with it. */
export function VersionPage() {
  const t = useWords(messages);
  const id = useParam('versionId');
  const answer = useCall(routes.getVersion, { params: { id } });
  const { data } = answer;
  const title =
    data === undefined
      ? t('version')
      : `${data.year} ${stageWords[data.stage][t.language]} ${data.number}`;
  return (
    <Page
      title={title}
      crumbs={[{ title: t('versions'), to: '/budget/versions' }]}
      state={
        data === undefined ? undefined : (
          <StatusTag tone={TONES[data.state]}>{t(data.state)}</StatusTag>
        )
      }
      actions={data === undefined ? undefined : <VersionActs version={data} />}
    >
      <WithAnswer answer={answer}>{(version) => <Shown version={version} />}</WithAnswer>
    </Page>
  );
}

function Shown({ version }: { readonly version: BudgetVersion }) {
  const t = useWords(messages);
  return (
    <>
      {version.returnedFor === null ? null : (
        <Notice tone="warn" title={t('returnedFor', { reason: version.returnedFor })} />
      )}
      {version.stage === 'control' ? (
        <ControlFigures key={`figures-${version.version}`} version={version} />
      ) : null}
      <LinesEditor key={version.version} version={version} />
      {version.parentId === null ? null : (
        <Comparison id={version.id} parentId={version.parentId} year={version.year} />
      )}
    </>
  );
}
