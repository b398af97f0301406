import { Button, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';

import { ProblemNotice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';

interface AskReasonProps {
  readonly label: string;
  readonly isDanger?: boolean;
  readonly isSmall?: boolean;
  readonly isBusy: boolean;
  readonly problem: Parameters<typeof ProblemNotice>[0]['problem'];
  /** Who reads the reason. */
  readonly hint?: string;
  readonly onSend: (reason: string, close: () => void) => void;
  /** What is chosen beside the reason. */
  readonly children?: ReactNode;
}

/** A button for an act that others will read the reason of: it asks for it first. */
export function AskReason(props: AskReasonProps) {
  const { label, isDanger = false, isSmall = false, isBusy, problem, hint, onSend } = props;
  const t = useWords(messages);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const close = () => {
    setOpen(false);
    setReason('');
  };
  return (
    <>
      <Button
        danger={isDanger}
        {...(isSmall ? { size: 'small' } : {})}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={label}
        okText={label}
        okButtonProps={{
          danger: isDanger,
          disabled: reason.trim().length < 2,
          loading: isBusy,
        }}
        destroyOnHidden
        onCancel={close}
        onOk={() => onSend(reason.trim(), close)}
      >
        <ProblemNotice problem={problem} />
        {props.children}
        <div className="ow-prem-reason">
          <label htmlFor={`${id}-reason`}>{t('reason')}</label>
          <Input.TextArea
            id={`${id}-reason`}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {hint === undefined ? null : <small>{hint}</small>}
        </div>
      </Modal>
    </>
  );
}
