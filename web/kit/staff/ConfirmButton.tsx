import { Button, type ButtonProps, Popconfirm } from 'antd';
import { useState } from 'react';

import { useWords } from '../words.ts';
import { messages } from './messages.ts';
import { useTell } from './use-tell.ts';

export interface ConfirmButtonProps extends Pick<
  ButtonProps,
  'icon' | 'size' | 'type' | 'disabled' | 'danger'
> {
  readonly children: string;
  readonly onConfirm: () => Promise<unknown>;
  /** The question, with what will happen. Not asked when the act can be undone. */
  readonly question?: string;
  readonly consequence?: string;
  /** Takes the act back. An act that can be undone is done at once and offers it for a while. */
  readonly onUndo?: () => Promise<unknown>;
  /** Said when it is done. */
  readonly done?: string;
}

/** A button for an act that matters: asks first, or does it and offers to take it back. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { children, onConfirm, question, consequence, onUndo, done, ...look } = props;
  const t = useWords(messages);
  const tell = useTell();
  const [isBusy, setBusy] = useState(false);
  const attempt = async (act: () => Promise<unknown>, then: () => void) => {
    setBusy(true);
    try {
      await act();
      then();
    } catch (error) {
      tell.problem(error);
    } finally {
      setBusy(false);
    }
  };
  const undo = onUndo && (() => void attempt(onUndo, () => tell.done(t('undone'))));
  const confirm = () => void attempt(onConfirm, () => tell.done(done ?? t('done'), undo));
  if (onUndo) {
    return (
      <Button {...look} loading={isBusy} onClick={confirm}>
        {children}
      </Button>
    );
  }
  return (
    <Popconfirm
      title={question ?? t('confirmQuestion', { act: children })}
      description={consequence}
      okText={children}
      onConfirm={confirm}
      okButtonProps={{ danger: look.danger ?? false, autoFocus: true }}
    >
      <Button {...look} loading={isBusy}>
        {children}
      </Button>
    </Popconfirm>
  );
}
