import { Alert, Button, Table } from 'antd';

import { addressOf, useCall, useMay } from '#web/client/index.ts';
import { formatDay } from '#web/kit/format.ts';
import { Section, StatusTag, TimeText, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Dossier, permissions, routes } from '../../../contract.ts';
import { messages } from './dossier-messages.ts';
import { FactList } from './FactList.tsx';

/** 案卷: what was archived, whether it still is the same, and the whole of it to take along. */
export function DossierSection({ caseId }: { readonly caseId: string }) {
  const t = useWords(messages);
  const may = useMay();
  const params = { id: caseId };
  const answer = useCall(routes.getDossier, { params });
  return (
    <Section
      title={t('dossier')}
      description={t('dossierHint')}
      actions={
        may(permissions.archive) ? (
          <Button href={addressOf(routes.downloadDossier, { params })}>{t('download')}</Button>
        ) : null
      }
    >
      <WithAnswer answer={answer}>{(dossier) => <Contents dossier={dossier} />}</WithAnswer>
    </Section>
  );
}

function Contents({ dossier }: { readonly dossier: Dossier }) {
  const t = useWords(messages);
  const { retention, isIntact, differing } = dossier;
  return (
    <>
      {isIntact ? null : (
        <Alert
          type="error"
          showIcon
          title={t('broken')}
          description={t('brokenHint', { numbers: differing.join(', ') })}
        />
      )}
      <FactList
        facts={[
          {
            name: t('archived'),
            value: (
              <>
                <TimeText at={dossier.archivedAt} /> · {dossier.archivedBy}
              </>
            ),
          },
          {
            name: t('kept'),
            value:
              retention.until === null
                ? t('forEver')
                : t('keptUntil', {
                    years: retention.years ?? 0,
                    until: formatDay(retention.until, t.language),
                  }),
          },
          {
            name: t('digest'),
            value: (
              <>
                <code>{dossier.digest}</code>{' '}
                {isIntact ? <StatusTag tone="good">{t('intact')}</StatusTag> : null}
              </>
            ),
          },
        ]}
      />
      <Table
        size="small"
        pagination={false}
        rowKey="no"
        dataSource={dossier.items}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('no'), dataIndex: 'no', width: 64, align: 'right' },
          { title: t('part'), render: (_, { group }) => t(`group.${group}`) },
          {
            title: t('name'),
            render: (_, { name }) => (t.language === 'en' ? (name.en ?? name.zh) : name.zh),
          },
          { title: t('number'), dataIndex: 'number' },
          { title: t('by'), dataIndex: 'by' },
          {
            title: t('on'),
            render: (_, { on }) => (on === null ? '' : formatDay(on, t.language)),
          },
          { title: t('count'), dataIndex: 'count', align: 'right' },
          {
            title: t('content'),
            render: (_, { no, digest }) =>
              differing.includes(no) ? (
                <StatusTag tone="bad">{t('differs')}</StatusTag>
              ) : (
                <code title={digest}>{digest.slice(0, 12)}…</code>
              ),
          },
        ]}
      />
    </>
  );
}
