import { Button, type ButtonProps, Modal } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';

import type { RouteContract } from '#kernel/http/contract.ts';

import type { Place } from '../../client/address.ts';
import { useWords } from '../words.ts';
import { ContractForm } from './form/ContractForm.tsx';
import { Field } from './form/Field.tsx';
import { useContractForm } from './form/use-contract-form.ts';
import { messages } from './messages.ts';

/** A route whose body is a reason. */
type WithReason = RouteContract<
  z.ZodObject | undefined,
  z.ZodObject | undefined,
  z.ZodObject<{ reason: z.ZodString }>,
  z.ZodType | undefined
>;

export interface ReasonButtonProps<C> extends Pick<ButtonProps, 'danger' | 'size' | 'type'> {
  readonly contract: C;
  readonly params: Place<C>['params'];
  readonly children: string;
  /** What will happen. */
  readonly consequence?: string;
  readonly done?: string;
  readonly alsoChanges?: readonly string[];
}

/** A button for an act that must give its reason. */
export function ReasonButton<C extends WithReason>(props: ReasonButtonProps<C>) {
  const { contract, params, children, consequence, done, alsoChanges, ...look } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <Modal
        open={isOpen}
        title={children}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <ReasonForm {...props} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function ReasonForm<C extends WithReason>(
  props: ReasonButtonProps<C> & { readonly onClose: () => void },
) {
  const t = useWords(messages);
  // The contract is known to take a reason; its other parts do not matter here.
  const contract: WithReason = props.contract;
  const form = useContractForm(contract, {
    params: props.params as never,
    onDone: props.onClose,
    ...(props.done === undefined ? {} : { done: props.done }),
    alsoChanges: props.alsoChanges ?? [],
  });
  return (
    <ContractForm form={form} submitLabel={props.children} onCancel={props.onClose}>
      {props.consequence === undefined ? null : <p className="ow-form-hint">{props.consequence}</p>}
      <Field form={form} name="reason" label={t('reason')} hint={t('reasonHint')} />
    </ContractForm>
  );
}
