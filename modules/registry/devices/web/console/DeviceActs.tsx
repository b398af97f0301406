import { Button, Input } from 'antd';
import { useId, useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { ProblemNotice, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Device, type OrderAct, routes } from '../../contract.ts';
import { messages } from '../messages.ts';

const WITH_TEXT: readonly OrderAct[] = ['message', 'lock'];

/** What a device can be told; a message and a lock ask for the text that the device shows. */
export function DeviceActs({ device }: { readonly device: Device }) {
  const t = useWords(messages);
  const tell = useTell();
  const [asked, ask] = useState<OrderAct>();
  const act = useAct(routes.giveOrder, {
    onDone: ({ items }) => {
      ask(undefined);
      const refused = items.find((item) => !item.given);
      if (refused === undefined) tell.done(t('given'));
      else tell.problem(new Error(t('notGiven', { reason: refused.problem ?? '' })));
    },
  });
  const give = (kind: OrderAct, text = '') =>
    act.mutate({ body: { deviceIds: [device.id], act: kind, text } });
  const acts: readonly OrderAct[] = [
    'message',
    'self-test',
    'restart',
    device.health === 'locked' || device.lockReason !== '' ? 'unlock' : 'lock',
  ];
  return (
    <section>
      <h3>{t('orders')}</h3>
      <div className="ow-device-acts">
        {acts.map((kind) => (
          <Button
            key={kind}
            danger={kind === 'lock'}
            loading={act.isPending && act.variables.body.act === kind}
            onClick={() => (WITH_TEXT.includes(kind) ? ask(kind) : give(kind))}
          >
            {t(`act.${kind}`)}
          </Button>
        ))}
      </div>
      {asked === undefined ? null : (
        <TextForm
          key={asked}
          isBusy={act.isPending}
          onSend={(text) => give(asked, text)}
          onCancel={() => ask(undefined)}
        />
      )}
      <ProblemNotice problem={act.error} />
    </section>
  );
}

interface TextFormProps {
  readonly isBusy: boolean;
  readonly onSend: (text: string) => void;
  readonly onCancel: () => void;
}

function TextForm({ isBusy, onSend, onCancel }: TextFormProps) {
  const t = useWords(messages);
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onSend(text.trim());
      }}
    >
      <label htmlFor={id}>{t('text')}</label>
      <Input
        id={id}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="ow-device-acts">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={text.trim() === ''}>
          {t('send')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
