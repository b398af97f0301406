import { useQueryClient } from '@tanstack/react-query';
import { AutoComplete, Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';

import { announceChange, call, toApiProblem } from '#web/client/index.ts';
import { ProblemNotice, stillSuggests, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type RevealedField, routes } from '../../contract.ts';
import { messages } from '../desk/messages.ts';

interface Asked {
  readonly field: RevealedField;
  readonly rowId: string | undefined;
  readonly resolve: (value: string) => void;
  readonly reject: (error: unknown) => void;
}

/** Thrown when somebody thought better of it. */
class NotRevealed extends Error {}

const REASONS = ['reason.check', 'reason.contact', 'reason.case', 'reason.correct'] as const;

export interface Reveal {
  /** For `MaskedText`: asks for the reason, then the server. */
  readonly onReveal: (field: RevealedField, rowId?: string) => () => Promise<string>;
  readonly onProblem: (error: unknown) => void;
  readonly dialog: ReactNode;
}

/** Shows fields of a record in full: each look with a reason, which the next look on this page begins with. */
export function useReveal(partyId: string): Reveal {
  const tell = useTell();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [former, setFormer] = useState('');
  return {
    onReveal: (field, rowId) => () =>
      new Promise<string>((resolve, reject) => {
        setAsked({ field, rowId, resolve, reject });
      }),
    onProblem: (error) => {
      if (!(error instanceof NotRevealed)) tell.problem(error);
    },
    dialog:
      asked === undefined ? null : (
        <ReasonDialog
          partyId={partyId}
          asked={asked}
          former={former}
          onDone={(reason) => {
            setFormer(reason);
            setAsked(undefined);
          }}
          onCancel={() => {
            asked.reject(new NotRevealed());
            setAsked(undefined);
          }}
        />
      ),
  };
}

interface ReasonDialogProps {
  readonly partyId: string;
  readonly asked: Asked;
  readonly former: string;
  readonly onDone: (reason: string) => void;
  readonly onCancel: () => void;
}

function ReasonDialog({ partyId, asked, former, onDone, onCancel }: ReasonDialogProps) {
  const t = useWords(messages);
  const [reason, setReason] = useState(former);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const cache = useQueryClient();
  const look = async () => {
    setBusy(true);
    setProblem(null);
    const { field, rowId } = asked;
    const body = { field, reason, ...(rowId === undefined ? {} : { rowId }) };
    try {
      const { value } = await call(routes.revealField, { params: { id: partyId }, body });
      asked.resolve(value);
      // The look is a line of the record's history now.
      void announceChange(cache, routes.listHistory);
      onDone(reason);
    } catch (error) {
      setProblem(toApiProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('revealTitle')}
      okText={t('reveal')}
      cancelText={t('cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      onOk={() => void look()}
      onCancel={onCancel}
    >
      <p>{t('revealHint')}</p>
      <Form layout="vertical" onFinish={() => void look()}>
        <Form.Item label={t('reason')} required htmlFor="reveal-reason">
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
