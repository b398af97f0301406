import { AutoComplete, Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';

import { call, toApiProblem } from '#web/client/index.ts';
import { ProblemNotice, stillSuggests, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type ContactLook, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { messages } from './messages.ts';

interface Asked {
  readonly field: ContactLook['field'];
  readonly resolve: (value: string) => void;
  readonly reject: (error: unknown) => void;
}

/** Thrown when somebody thought better of it. */
class NotRevealed extends Error {}

const REASONS = ['reason.urgent', 'reason.roster', 'reason.check'] as const;

export interface Reveal {
  /** For `MaskedText`: asks for the reason, then the server. */
  readonly onReveal: (field: ContactLook['field']) => () => Promise<string>;
  readonly onProblem: (error: unknown) => void;
  readonly dialog: ReactNode;
}

/** Shows a contact in full, each look with a reason. */
export function useReveal(personId: string): Reveal {
  const tell = useTell();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  return {
    onReveal: (field) => () =>
      new Promise<string>((resolve, reject) => {
        setAsked({ field, resolve, reject });
      }),
    onProblem: (error) => {
      if (!(error instanceof NotRevealed)) tell.problem(error);
    },
    dialog:
      asked === undefined ? null : (
        <ReasonDialog
          personId={personId}
          asked={asked}
          onDone={() => setAsked(undefined)}
          onCancel={() => {
            asked.reject(new NotRevealed());
            setAsked(undefined);
          }}
        />
      ),
  };
}

interface ReasonDialogProps {
  readonly personId: string;
  readonly asked: Asked;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function ReasonDialog({ personId, asked, onDone, onCancel }: ReasonDialogProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const look = async () => {
    setProblem(null);
    try {
      const body = { field: asked.field, reason };
      const { value } = await call(routes.revealContact, { params: { id: personId }, body });
      asked.resolve(value);
      onDone();
    } catch (error) {
      setProblem(toApiProblem(error));
    }
  };
  return (
    <Modal
      open
      title={t('revealTitle')}
      okText={t('reveal')}
      cancelText={w('cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      onOk={() => void look()}
      onCancel={onCancel}
    >
      <p>{t('revealHint')}</p>
      <Form layout="vertical" onFinish={() => void look()}>
        <Form.Item label={w('reason')} required htmlFor="reveal-reason">
          <AutoComplete
            id="reveal-reason"
            value={reason}
            onChange={setReason}
            showSearch={{ filterOption: stillSuggests }}
            options={REASONS.map((key) => ({ value: t(key) }))}
          />
        </Form.Item>
      </Form>
      <ProblemNotice problem={problem} />
    </Modal>
  );
}
