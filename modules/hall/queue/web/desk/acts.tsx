import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';

import { type Act, useAct, useCall } from '#web/client/index.ts';
import { ProblemNotice, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Desk, routes, type Ticket } from '../../contract.ts';
import { messages } from '../messages.ts';

interface AskProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly size?: 'small' | 'middle' | 'large';
  readonly act: Pick<Act<never>, 'error' | 'isPending' | 'reset'>;
  readonly isReady: boolean;
  readonly onConfirm: (close: () => void) => void;
  readonly children: ReactNode;
}

/** A button that asks for something before it acts. */
function Ask(props: AskProps) {
  const { label, isDisabled = false, size = 'large', act, isReady, onConfirm, children } = props;
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    act.reset();
  };
  return (
    <>
      <Button size={size} disabled={isDisabled} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={label}
        okText={t('confirm')}
        cancelText={t('cancel')}
        confirmLoading={act.isPending}
        okButtonProps={{ disabled: !isReady }}
        onCancel={close}
        onOk={() => onConfirm(close)}
      >
        <ProblemNotice problem={act.error} />
        {children}
      </Modal>
    </>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextLine({ label, value, onChange }: TextProps) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </p>
  );
}

type ReasonRoute = typeof routes.hold | typeof routes.miss | typeof routes.giveUp;

interface ReasonActProps {
  readonly contract: ReasonRoute;
  readonly ticketId: string;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly size?: 'small' | 'large';
  readonly proposal?: string;
}

/** An act on a ticket that must say why. */
export function ReasonAct(props: ReasonActProps) {
  const { contract, ticketId, label, proposal = '' } = props;
  const t = useWords(messages);
  const act = useAct(contract);
  const [reason, setReason] = useState(proposal);
  return (
    <Ask
      label={label}
      isDisabled={props.isDisabled ?? false}
      size={props.size ?? 'large'}
      act={act}
      isReady={reason.trim() !== ''}
      onConfirm={(close) =>
        act.mutate({ params: { id: ticketId }, body: { reason } }, { onSuccess: close })
      }
    >
      <TextLine label={t('reason')} value={reason} onChange={setReason} />
    </Ask>
  );
}

/** 过号. */
export function MissButton(props: { readonly ticketId: string; readonly isDisabled: boolean }) {
  const t = useWords(messages);
  return (
    <ReasonAct
      contract={routes.miss}
      ticketId={props.ticketId}
      label={t('miss')}
      isDisabled={props.isDisabled}
      proposal={t('miss')}
    />
  );
}

/** 指定叫号. */
export function CallNumberButton(props: {
  readonly windowId: string;
  readonly isDisabled: boolean;
  readonly number?: string;
}) {
  const t = useWords(messages);
  const act = useAct(routes.callByNumber);
  const [number, setNumber] = useState(props.number ?? '');
  const [reason, setReason] = useState('');
  const isSmall = props.number !== undefined;
  return (
    <Ask
      label={isSmall ? t('callAgain') : t('byNumber')}
      size={isSmall ? 'small' : 'large'}
      isDisabled={props.isDisabled}
      act={act}
      isReady={number.trim().length > 1 && reason.trim() !== ''}
      onConfirm={(close) =>
        act.mutate(
          { params: { id: props.windowId }, body: { number, reason } },
          { onSuccess: close },
        )
      }
    >
      {isSmall ? null : <TextLine label={t('numberLabel')} value={number} onChange={setNumber} />}
      <TextLine label={t('reason')} value={reason} onChange={setReason} />
    </Ask>
  );
}

/** 暂停: with the reason that people at the window read. */
export function PauseButton(props: { readonly windowId: string; readonly isDisabled: boolean }) {
  const t = useWords(messages);
  const id = useId();
  const act = useAct(routes.pause);
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState<number | null>(10);
  return (
    <Ask
      label={t('pause')}
      size="middle"
      isDisabled={props.isDisabled}
      act={act}
      isReady={reason.trim() !== '' && minutes !== null}
      onConfirm={(close) =>
        act.mutate(
          { params: { id: props.windowId }, body: { reason, minutes: minutes ?? 1 } },
          { onSuccess: close },
        )
      }
    >
      <TextLine label={t('reason')} value={reason} onChange={setReason} />
      <p>
        <label htmlFor={id}>{t('minutesLabel')}</label>
        <InputNumber id={id} min={1} max={120} value={minutes} onChange={setMinutes} />
      </p>
    </Ask>
  );
}

/** 转窗、转业务: the time of issue stays. */
export function TransferButton({ ticket, desk }: { readonly ticket: Ticket; readonly desk: Desk }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const id = useId();
  const act = useAct(routes.transfer);
  const all = useCall(routes.listBusinesses, { query: { siteId: ticket.siteId } });
  const [businessId, setBusiness] = useState(ticket.businessId);
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const lines = all.data?.items ?? [];
  const chosen = lines.find((line) => line.id === businessId);
  const window = chosen?.windows.find((one) => String(one.number) === number.trim());
  const isWindowKnown = number.trim() === '' || window !== undefined;
  const isMoved = businessId !== ticket.businessId || window !== undefined;
  return (
    <Ask
      label={t('transfer')}
      isDisabled={desk.session === null}
      act={act}
      isReady={reason.trim() !== '' && isWindowKnown && isMoved}
      onConfirm={(close) =>
        act.mutate(
          {
            params: { id: ticket.id },
            body: {
              businessId,
              reason,
              ...(window === undefined ? {} : { windowId: window.id }),
            },
          },
          { onSuccess: close },
        )
      }
    >
      <p>
        <label htmlFor={id}>{t('toLine')}</label>
        <Select
          id={id}
          value={businessId}
          onChange={setBusiness}
          style={{ width: '100%' }}
          options={lines.map((line) => ({
            value: line.id,
            label: language === 'en' ? line.nameEn : line.nameZh,
          }))}
        />
      </p>
      <TextLine label={t('toWindow')} value={number} onChange={setNumber} />
      {isWindowKnown ? null : <p role="alert">{t('unknownWindow', { number })}</p>}
      <TextLine label={t('reason')} value={reason} onChange={setReason} />
    </Ask>
  );
}
