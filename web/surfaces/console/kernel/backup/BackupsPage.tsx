import type { BackupList, BackupView } from '#kernel/backup/contract.ts';
import { permissions, routes } from '#kernel/backup/contract.ts';

import { useAct, useCall, useMay } from '../../../../client/index.ts';
import {
  ConfirmButton,
  EmptyState,
  formatBytes,
  Notice,
  Page,
  RowTable,
  StatusTag,
  TimeText,
  useLanguage,
  WithAnswer,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages as workMessages } from '../work/messages.ts';
import { saySchedule } from '../work/schedule-text.ts';
import { messages } from './messages.ts';

/** Backups and whether restoring each gave the same rows. */
export function BackupsPage() {
  const t = useWords(messages);
  const may = useMay();
  const answer = useCall(routes.list, undefined, { refreshMs: 15_000 });
  const make = useAct(routes.make);
  const button = (
    <ConfirmButton
      type="primary"
      question={t('makeQuestion')}
      done={t('started')}
      onConfirm={() => make.mutateAsync({})}
    >
      {t('make')}
    </ConfirmButton>
  );
  const mayMake = may(permissions.run) && answer.data?.isEmbedded === true;
  return (
    <Page title={t('title')} description={t('hint')} actions={mayMake ? button : undefined}>
      <WithAnswer answer={answer}>{(list) => <Backups list={list} />}</WithAnswer>
    </Page>
  );
}

function Backups({ list }: { readonly list: BackupList }) {
  const t = useWords(messages);
  const sayWork = useWords(workMessages);
  const { language } = useLanguage();
  if (!list.isEmbedded) return <EmptyState title={t('external')} hint={t('externalHint')} />;
  const { schedule, keep, folder } = list;
  return (
    <>
      <p>{t('plan', { schedule: saySchedule(schedule, sayWork), keep, folder })}</p>
      {list.failure === null ? null : (
        <Notice tone="bad" title={t('failure', { reason: list.failure.reason })}>
          <TimeText at={list.failure.at} />
        </Notice>
      )}
      <RowTable
        label={t('list')}
        rows={list.items}
        rowKey={(row) => row.name}
        empty={{ title: t('nothing'), hint: t('nothingHint') }}
        columns={[
          { key: 'name', title: t('name'), render: (row) => row.name },
          {
            key: 'finished',
            title: t('finishedAt'),
            render: (row) => <TimeText at={row.finishedAt} />,
          },
          {
            key: 'took',
            title: t('took'),
            align: 'end',
            render: (row) => t('seconds', { seconds: secondsOf(row) }),
          },
          {
            key: 'size',
            title: t('size'),
            align: 'end',
            render: (row) => formatBytes(row.bytes, language),
          },
          {
            key: 'content',
            title: t('content'),
            render: (row) => t('counts', { tables: row.tables, rows: row.rows }),
          },
          { key: 'rehearsal', title: t('rehearsal'), render: (row) => <Rehearsal backup={row} /> },
          {
            key: 'secrets',
            title: t('secrets'),
            render: (row) => t(row.holdsSecrets ? 'yes' : 'no'),
          },
          { key: 'software', title: t('software'), render: (row) => row.software },
        ]}
      />
    </>
  );
}

function secondsOf({ startedAt, finishedAt }: BackupView): number {
  return Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 100) / 10;
}

function Rehearsal({ backup }: { readonly backup: BackupView }) {
  const t = useWords(messages);
  const { rehearsal } = backup;
  if (rehearsal === null) return <StatusTag tone="idle">{t('notYet')}</StatusTag>;
  if (rehearsal.isEqual) return <StatusTag tone="good">{t('equal')}</StatusTag>;
  return (
    <>
      <StatusTag tone="bad">{t('differs', { count: rehearsal.differing.length })}</StatusTag>{' '}
      {rehearsal.differing.join(', ')}
    </>
  );
}
