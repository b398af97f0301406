import { useCall } from '#web/client/index.ts';
import { Page, RowTable, Section, StatusTag, useParam, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BudgetVersion, routes, stageWords } from '../../contract.ts';
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
        <p>{t('returnedFor', { reason: version.returnedFor })}</p>
      )}
      <LinesEditor key={version.version} version={version} />
      {version.parentId === null ? null : (
        <Section title={t('comparison')}>
          <Comparison id={version.id} parentId={version.parentId} />
        </Section>
      )}
    </>
  );
}

function Comparison({ id, parentId }: { readonly id: string; readonly parentId: string }) {
  const t = useWords(messages);
  const answer = useCall(routes.compareVersions, { params: { id }, query: { with: parentId } });
  return (
    <WithAnswer answer={answer}>
      {({ differences, printed }) =>
        differences.length === 0 ? (
          <p>{t('noDifference')}</p>
        ) : (
          <>
            <RowTable
              label={t('comparison')}
              rows={differences}
              rowKey={(row) => row.key}
              columns={[
                { key: 'key', title: t('key'), render: (row) => row.key },
                {
                  key: 'part',
                  title: t('project'),
                  render: (row) => {
                    const line = row.after ?? row.before;
                    return `${line?.functionCode ?? ''} ${line?.economicCode ?? ''} ${line?.projectId ?? ''} ${line?.part ?? ''}`;
                  },
                },
                {
                  key: 'before',
                  title: t('before'),
                  align: 'end',
                  render: (row) => row.before?.amount ?? '',
                },
                {
                  key: 'after',
                  title: t('after'),
                  align: 'end',
                  render: (row) => row.after?.amount ?? '',
                },
                { key: 'change', title: t('change'), align: 'end', render: (row) => row.change },
              ]}
            />
            <ul lang="zh-CN">
              {printed.map((line) => (
                <li key={`${line.paragraph}${line.before}${line.after}`}>
                  <del>{line.before}</del>
                  <br />
                  <ins>{line.after}</ins>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </WithAnswer>
  );
}
