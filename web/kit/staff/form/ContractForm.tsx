import { useBlocker } from '@tanstack/react-router';
import { Button, Form, Modal } from 'antd';
import type { ReactNode } from 'react';

import type { RouteContract } from '#kernel/http/contract.ts';

import { ProblemNotice } from '../../common/index.ts';
import { useWords } from '../../words.ts';
import { messages } from './messages.ts';
import type { ContractFormState } from './use-contract-form.ts';

export interface ContractFormProps<C> {
  readonly form: ContractFormState<C>;
  readonly children: ReactNode;
  readonly submitLabel?: string;
  readonly onCancel?: () => void;
  /** Label at the left of each field; above it otherwise. */
  readonly isInline?: boolean;
  /** False where a drawer has the buttons in its own footer. */
  readonly hasButtons?: boolean;
  /** The `id` by which a button outside belongs to the form. */
  readonly id?: string;
}

/** Draws a form of `useContractForm`: its fields, why it was refused, and the buttons. */
export function ContractForm<C extends RouteContract>(props: ContractFormProps<C>) {
  const { form, children, id } = props;
  const t = useWords(messages);
  return (
    <Form
      form={form.form}
      layout={props.isInline === true ? 'horizontal' : 'vertical'}
      initialValues={form.initial}
      onValuesChange={form.touch}
      onFinish={() => void form.submit()}
      disabled={form.isBusy}
      className="ow-form"
      {...(id === undefined ? {} : { id })}
    >
      {children}
      <ProblemNotice problem={form.problem} shown={form.shown} />
      {props.hasButtons === false ? null : (
        <div className="ow-form-buttons">
          <Button type="primary" htmlType="submit" loading={form.isBusy}>
            {props.submitLabel ?? t('save')}
          </Button>
          {props.onCancel === undefined ? null : (
            <Button onClick={props.onCancel}>{t('cancel')}</Button>
          )}
        </div>
      )}
      <KeepUnsaved isDirty={form.isDirty && !form.isBusy} />
    </Form>
  );
}

/** Asks before a page with changes is left; closing the tab is asked by the browser. */
export function KeepUnsaved({ isDirty }: { readonly isDirty: boolean }) {
  const t = useWords(messages);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Modal
      open
      title={t('unsavedTitle')}
      okText={t('stay')}
      cancelText={t('leave')}
      onOk={blocker.reset}
      onCancel={blocker.proceed}
      closable={false}
      mask={{ closable: false }}
    >
      {t('unsavedHint')}
    </Modal>
  );
}
