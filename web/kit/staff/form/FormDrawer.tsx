import { Button, Drawer } from 'antd';
import { type ReactNode, useId } from 'react';

import type { RouteContract } from '#kernel/http/contract.ts';

import { useWords } from '../../words.ts';
import { ContractForm } from './ContractForm.tsx';
import { messages } from './messages.ts';
import type { ContractFormState } from './use-contract-form.ts';

export interface FormDrawerProps<C> {
  readonly form: ContractFormState<C>;
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly submitLabel?: string;
  readonly children: ReactNode;
}

/** A form at the right edge, over the page that it changes. What was typed stays when it is closed by mistake. */
export function FormDrawer<C extends RouteContract>(props: FormDrawerProps<C>) {
  const { form, title, isOpen, onClose } = props;
  const t = useWords(messages);
  const id = useId();
  return (
    <Drawer
      open={isOpen}
      title={title}
      size={520}
      onClose={onClose}
      mask={{ closable: !form.isDirty }}
      afterOpenChange={(shown) => {
        if (!shown && !form.isDirty) form.reset();
        if (shown) focusFirst(id);
      }}
      footer={
        <div className="ow-form-buttons">
          <Button type="primary" htmlType="submit" form={id} loading={form.isBusy}>
            {props.submitLabel ?? t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      }
    >
      <ContractForm form={form} hasButtons={false} id={id}>
        {props.children}
      </ContractForm>
    </Drawer>
  );
}

/** Typing can begin at once, but a phone's keyboard does not cover a form that nobody has read. */
function focusFirst(formId: string): void {
  if (!globalThis.matchMedia('(pointer: fine)').matches) return;
  const first = document
    .querySelector(`[id="${formId}"]`)
    ?.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled])');
  if (first?.matches('.ant-input') === true) first.focus();
}
