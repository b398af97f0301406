import { routes } from '#kernel/access/contract.ts';

import { useAct, useCall } from '../../../client/index.ts';
import {
  ConfirmButton,
  RowTable,
  Section,
  StatusTag,
  TimeText,
  WithAnswer,
} from '../../../kit/staff/index.ts';
import { useWords } from '../../../kit/words.ts';
import { messages } from './messages.ts';

/** Where one is signed in, and ending what one does not know. */
export function OwnSessions() {
  const t = useWords(messages);
  const answer = useCall(routes.listOwnSessions);
  const end = useAct(routes.revokeOwnSession);
  const endOthers = useAct(routes.revokeOtherSessions);
  const actions = (
    <ConfirmButton
      question={t('endOthersQuestion')}
      done={t('ended')}
      onConfirm={() => endOthers.mutateAsync({})}
    >
      {t('endOthers')}
    </ConfirmButton>
  );
  return (
    <Section title={t('sessions')} description={t('sessionsHint')} actions={actions}>
      <WithAnswer answer={answer} lines={3}>
        {({ items }) => (
          <RowTable
            label={t('sessions')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { key: 'device', title: t('browser'), render: (row) => row.device },
              { key: 'address', title: t('address'), render: (row) => row.address },
              {
                key: 'created',
                title: t('signedIn'),
                render: (row) => <TimeText at={row.createdAt} />,
              },
              {
                key: 'seen',
                title: t('lastSeen'),
                render: (row) => <TimeText at={row.lastSeenAt} as="distance" />,
              },
              {
                key: 'act',
                title: t('acts'),
                render: (row) =>
                  row.isCurrent ? (
                    <StatusTag tone="busy">{t('current')}</StatusTag>
                  ) : (
                    <ConfirmButton
                      size="small"
                      danger
                      question={t('endQuestion')}
                      done={t('ended')}
                      onConfirm={() => end.mutateAsync({ params: { id: row.id } })}
                    >
                      {t('end')}
                    </ConfirmButton>
                  ),
              },
            ]}
          />
        )}
      </WithAnswer>
    </Section>
  );
}
