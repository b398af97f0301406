import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Drawer, Switch } from 'antd';
import { useState } from 'react';

import type { InboxItem } from '#kernel/notify/contract.ts';
import { routes } from '#kernel/notify/contract.ts';

import { useSession } from '../../../client/session.tsx';
import { useAct } from '../../../client/use-act.ts';
import { useCall } from '../../../client/use-call.ts';
import { useLive } from '../../../client/use-live.ts';
import { EmptyState, TimeText } from '../../common/index.ts';
import { useWords } from '../../words.ts';
import { useTell } from '../use-tell.ts';
import { WithAnswer } from '../WithAnswer.tsx';
import { messages } from './messages.ts';
import { useFollow } from './use-follow.ts';

// News come by the live channel; this is for the case that it is cut.
const REFRESH_MS = 5 * 60_000;
const SHOWN = 30;

/** How many messages are unread, and the messages in a drawer. */
export function InboxBell() {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  const count = useCall(
    routes.listInbox,
    { query: { limit: 1, unreadOnly: 'true' } },
    { refreshMs: REFRESH_MS },
  );
  const { id } = useSession().session.actor;
  useLive([`inbox/${id}`]);
  const unread = count.data?.unread ?? 0;
  const label = unread === 0 ? t('inbox') : t('inboxUnread', { count: unread });
  return (
    <>
      <Button
        type="text"
        aria-label={label}
        title={label}
        icon={
          <Badge count={unread} size="small" overflowCount={99}>
            <BellOutlined />
          </Badge>
        }
        onClick={() => setOpen(true)}
      />
      <Drawer
        open={isOpen}
        title={t('inbox')}
        size={460}
        onClose={() => setOpen(false)}
        destroyOnHidden
      >
        <Inbox onFollow={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function Inbox({ onFollow }: { readonly onFollow: () => void }) {
  const t = useWords(messages);
  const tell = useTell();
  const [isUnreadOnly, setUnreadOnly] = useState(false);
  const [limit, setLimit] = useState(SHOWN);
  const answer = useCall(
    routes.listInbox,
    { query: { limit, unreadOnly: String(isUnreadOnly) } },
    { keepsFormer: true },
  );
  const markAll = useAct(routes.markAllRead);
  return (
    <div className="ow-inbox">
      <div className="ow-inbox-bar">
        <label>
          <Switch size="small" checked={isUnreadOnly} onChange={setUnreadOnly} />{' '}
          {t('inboxOnlyUnread')}
        </label>
        <Button
          type="link"
          loading={markAll.isPending}
          disabled={answer.data?.unread === 0}
          onClick={() => void markAll.mutateAsync({}).catch(tell.problem)}
        >
          {t('inboxAllRead')}
        </Button>
      </div>
      <WithAnswer answer={answer}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={t('inboxEmpty')} hint={t('inboxEmptyHint')} />
            ) : null}
            <ul>
              {items.map((item) => (
                <Message key={item.id} item={item} onFollow={onFollow} />
              ))}
            </ul>
            {nextCursor === null ? null : (
              <Button block onClick={() => setLimit(limit + SHOWN)}>
                {t('inboxMore')}
              </Button>
            )}
          </>
        )}
      </WithAnswer>
    </div>
  );
}

function Message({ item, onFollow }: { readonly item: InboxItem; readonly onFollow: () => void }) {
  const t = useWords(messages);
  const tell = useTell();
  const follow = useFollow();
  const markRead = useAct(routes.markRead);
  const isNew = item.readAt === null;
  const read = () => {
    if (isNew) void markRead.mutateAsync({ params: { id: item.id } }).catch(tell.problem);
  };
  const open = () => {
    read();
    onFollow();
    follow(item.link);
  };
  return (
    <li data-new={isNew ? 'yes' : 'no'}>
      <p className="ow-inbox-subject">
        {isNew ? <span className="ow-inbox-new">{t('inboxNew')}</span> : null}
        <strong>{item.subject}</strong>
        <TimeText at={item.createdAt} as="distance" />
      </p>
      <p>{item.body}</p>
      {item.link === '' ? null : (
        <Button type="link" onClick={open}>
          {t('inboxOpen')}
        </Button>
      )}
      {isNew ? (
        <Button type="link" loading={markRead.isPending} onClick={read}>
          {t('inboxRead')}
        </Button>
      ) : null}
    </li>
  );
}
