import { Descriptions, Drawer } from 'antd';

import type { OutgoingMessage } from '#kernel/notify/contract.ts';

import { TimeText } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { MessageStateTag } from './MessageStateTag.tsx';

interface MessageDrawerProps {
  readonly message: OutgoingMessage | undefined;
  readonly onClose: () => void;
}

/** One message as it was written, and how its sending went. */
export function MessageDrawer({ message, onClose }: MessageDrawerProps) {
  const t = useWords(messages);
  return (
    <Drawer
      open={message !== undefined}
      title={message?.subject || t('text')}
      size={520}
      onClose={onClose}
      destroyOnHidden
    >
      {message ? <Details message={message} /> : null}
    </Drawer>
  );
}

function Details({ message }: { readonly message: OutgoingMessage }) {
  const t = useWords(messages);
  return (
    <Descriptions
      column={1}
      items={[
        { key: 'state', label: t('state'), children: <MessageStateTag state={message.state} /> },
        { key: 'channel', label: t('channel'), children: t(message.channel) },
        { key: 'recipient', label: t('recipient'), children: message.recipient },
        { key: 'subject', label: t('subject'), children: message.subject },
        { key: 'body', label: t('text'), children: <Body text={message.body} /> },
        { key: 'template', label: t('template'), children: message.template },
        { key: 'created', label: t('createdAt'), children: <TimeText at={message.createdAt} /> },
        { key: 'sent', label: t('sentAt'), children: <TimeText at={message.sentAt} /> },
        { key: 'attempts', label: t('attempts'), children: message.attempts },
        ...(message.failure === ''
          ? []
          : [{ key: 'failure', label: t('failure'), children: message.failure }]),
      ]}
    />
  );
}

function Body({ text }: { readonly text: string }) {
  return <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</span>;
}
