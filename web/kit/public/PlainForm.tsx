import { type ReactNode, useEffect, useRef } from 'react';

import type { RouteContract } from '#kernel/http/contract.ts';

import { Notice, ProblemNotice } from '../common/index.ts';
import { useWords } from '../words.ts';
import { Action } from './Action.tsx';
import { messages } from './messages.ts';
import type { PlainFormState } from './use-plain-form.ts';

export interface PlainFormProps<C> {
  readonly form: PlainFormState<C>;
  readonly children: ReactNode;
  readonly submitLabel?: string;
  readonly actions?: ReactNode;
}

/** Fields of `usePlainForm`, what is wrong with them, and the button that sends them. */
export function PlainForm<C extends RouteContract>({
  form,
  children,
  submitLabel,
  actions,
}: PlainFormProps<C>) {
  const t = useWords(messages);
  const element = useRef<HTMLFormElement>(null);
  const { faults, problem, isBusy } = form;
  useEffect(() => {
    if (faults.size > 0)
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  return (
    <form ref={element} className="ow-plain-form" noValidate onSubmit={form.submit}>
      {children}
      {problem === null && faults.size > 0 ? <Notice tone="bad" title={t('wrong')} /> : null}
      <ProblemNotice
        problem={problem}
        shown={new Set([...faults.keys()].map((path) => `body.${path}`))}
      />
      <div className="ow-sheet-actions">
        <Action look="strong" submits isBusy={isBusy} isDisabled={isBusy}>
          {isBusy ? t('sending') : (submitLabel ?? t('send'))}
        </Action>
        {actions}
      </div>
    </form>
  );
}
