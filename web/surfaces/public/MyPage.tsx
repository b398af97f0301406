import { routes } from '#kernel/access/contract.ts';

import { type AnswerTo, useAct, useCall, useSession } from '../../client/index.ts';
import {
  Action,
  Card,
  Facts,
  ProblemNotice,
  PublicPage,
  signOutVisitor,
  StatusTag,
  TimeText,
  WithPublicAnswer,
} from '../../kit/public/index.ts';
import { useWords } from '../../kit/words.ts';
import { messages } from './messages.ts';

type Session = AnswerTo<typeof routes.listOwnSessions>['items'][number];

/** Who I am to this centre, and where I am signed in. */
export function MyPage() {
  const t = useWords(messages);
  const { actor } = useSession().session;
  const sessions = useCall(routes.listOwnSessions);
  const endOthers = useAct(routes.revokeOtherSessions);
  return (
    <PublicPage title={t('me')} lead={t('meLead')}>
      <div className="ow-cards">
        <Card
          title={t('identity')}
          actions={<Action onPress={() => void signOutVisitor()}>{t('signOut')}</Action>}
        >
          <Facts
            facts={[
              { name: t('name'), value: actor.name },
              { name: t('signedInBy'), value: t('byIdentity') },
            ]}
          />
        </Card>
        <Card
          title={t('sessions')}
          hint={t('sessionsHint')}
          actions={
            <Action isBusy={endOthers.isPending} onPress={() => endOthers.mutate({})}>
              {t('endOthers')}
            </Action>
          }
        >
          <WithPublicAnswer answer={sessions}>
            {({ items }) => (
              <ul className="ow-days">
                {items.map((session) => (
                  <OwnSession key={session.id} session={session} />
                ))}
              </ul>
            )}
          </WithPublicAnswer>
          <ProblemNotice problem={endOthers.error} />
        </Card>
      </div>
    </PublicPage>
  );
}

function OwnSession({ session }: { readonly session: Session }) {
  const t = useWords(messages);
  const end = useAct(routes.revokeOwnSession);
  return (
    <li>
      <span>
        {session.device}
        <small>
          {t('since')} <TimeText at={session.createdAt} />
        </small>
      </span>
      {session.isCurrent ? (
        <StatusTag tone="busy">{t('current')}</StatusTag>
      ) : (
        <Action isBusy={end.isPending} onPress={() => end.mutate({ params: { id: session.id } })}>
          {t('end')}
        </Action>
      )}
      <ProblemNotice problem={end.error} />
    </li>
  );
}
