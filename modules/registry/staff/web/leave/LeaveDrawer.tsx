import { Button, Descriptions, Drawer, Form, Input } from 'antd';
import { useState } from 'react';

import { useAct, useCall } from '#web/client/index.ts';
import { ProblemNotice, Section, TimeText, useTell, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type DecidedLeave, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { LeaveTag } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-places.ts';
import { Effects } from './Effects.tsx';
import { messages } from './messages.ts';

import '../staff.css';

/** A leave at the edge of the page, with what it means, and the decision. */
export function LeaveDrawer({
  leaveId,
  onClose,
}: {
  readonly leaveId: string;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const answer = useCall(routes.getLeave, { params: { id: leaveId } });
  const { data } = answer;
  const title =
    data === undefined
      ? ''
      : t('title', { name: nameOf(data.person), kind: w(`leave.${data.kind}`) });
  return (
    <Drawer open mask={false} size={620} onClose={onClose} title={title}>
      <WithAnswer answer={answer}>{(leave) => <LeaveView leave={leave} />}</WithAnswer>
    </Drawer>
  );
}

function LeaveView({ leave }: { readonly leave: DecidedLeave }) {
  const t = useWords(messages);
  const w = useWords(words);
  const decision = [
    { key: 'by', label: t('decidedBy'), children: leave.decidedByName || '–' },
    { key: 'note', label: t('note'), children: leave.decisionNote || '–' },
  ];
  return (
    <div className="ow-leave">
      <Descriptions
        column={1}
        items={[
          { key: 'status', label: t('status'), children: <LeaveTag status={leave.status} /> },
          { key: 'from', label: w('from'), children: <TimeText at={leave.startsOn} /> },
          { key: 'to', label: w('to'), children: <TimeText at={leave.endsOn} /> },
          { key: 'reason', label: w('reason'), children: leave.reason },
          { key: 'at', label: t('requestedAt'), children: <TimeText at={leave.requestedAt} /> },
          ...(leave.status === 'requested' ? [] : decision),
        ]}
      />
      <Section title={t('effects')}>
        <Effects effects={leave.effects} />
      </Section>
      {leave.status === 'requested' ? <Decision leave={leave} /> : null}
    </div>
  );
}

function Decision({ leave }: { readonly leave: DecidedLeave }) {
  const t = useWords(messages);
  const tell = useTell();
  const [note, setNote] = useState('');
  const approve = useAct(routes.approveLeave, { onDone: () => tell.done(t('approved')) });
  const refuse = useAct(routes.refuseLeave, { onDone: () => tell.done(t('refused')) });
  const input = {
    params: { id: leave.id },
    body: { note: note.trim(), version: leave.version },
  };
  const isBusy = approve.isPending || refuse.isPending;
  return (
    <Form layout="vertical">
      <Form.Item label={t('note')} extra={t('noteHint')} htmlFor="leave-note">
        <Input.TextArea
          id="leave-note"
          value={note}
          maxLength={200}
          onChange={(event) => setNote(event.target.value)}
        />
      </Form.Item>
      <ProblemNotice problem={approve.error ?? refuse.error} />
      <div className="ow-form-buttons">
        <Button type="primary" loading={isBusy} onClick={() => approve.mutate(input)}>
          {t('approve')}
        </Button>
        <Button
          danger
          disabled={note.trim() === ''}
          loading={isBusy}
          onClick={() => refuse.mutate(input)}
        >
          {t('refuse')}
        </Button>
      </div>
    </Form>
  );
}
