import { Button } from 'antd';

import { useAct, useMay } from '#web/client/index.ts';
import { type InviteSlotProps, ProblemNotice, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** Asks on the pad of the window for a rating of the visit that ended there last. */
export function InviteOnPad({ windowId }: InviteSlotProps) {
  const t = useWords(messages);
  const may = useMay();
  const tell = useTell();
  const act = useAct(routes.invite, {
    onDone: ({ isRated }) => tell.done(t(isRated ? 'inviteRated' : 'inviteDone')),
  });
  if (!may(permissions.invite)) return null;
  return (
    <>
      <Button
        size="large"
        loading={act.isPending}
        onClick={() => act.mutate({ body: { windowId } })}
      >
        {t('invite')}
      </Button>
      <ProblemNotice problem={act.error} />
    </>
  );
}
