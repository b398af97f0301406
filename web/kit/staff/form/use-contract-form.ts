import { Form, type FormInstance } from 'antd';
import { useState } from 'react';

import type { BodyInput, RouteContract } from '#kernel/http/contract.ts';

import type { Place } from '../../../client/address.ts';
import type { AnswerTo, CallInput } from '../../../client/call.ts';
import type { ApiProblem } from '../../../client/problem.ts';
import { useAct } from '../../../client/use-act.ts';
import { checkBody, type PlacedFault } from '../../form/check-body.ts';
import { toBody } from '../../form/fields-of.ts';
import { messages } from '../../form/messages.ts';
import { useWords } from '../../words.ts';
import { useTell } from '../use-tell.ts';

type Values = Readonly<Record<string, unknown>>;

export interface ContractFormOptions<C> {
  readonly params?: Place<C>['params'];
  /** What the fields begin with. Keys that have no field (a version) are sent along. */
  readonly initial?: Partial<NonNullable<BodyInput<C>>>;
  readonly onDone?: (answer: AnswerTo<C>) => void;
  /** Said when it is done; `false` says nothing. */
  readonly done?: string | false;
  readonly alsoChanges?: readonly string[];
  /** The body from the fields, where they differ in shape. */
  readonly toBody?: (values: Values) => NonNullable<BodyInput<C>>;
}

/** A form that sends the body of a route: checked by the contract before, its faults at their fields after. */
export interface ContractFormState<C> {
  readonly contract: C;
  readonly form: FormInstance<Values>;
  readonly initial: Values;
  readonly isBusy: boolean;
  readonly isDirty: boolean;
  readonly touch: () => void;
  readonly problem: ApiProblem | null;
  /** Places of the faults that stand at their fields. */
  readonly shown: ReadonlySet<string>;
  readonly submit: () => Promise<void>;
  readonly reset: () => void;
}

export function useContractForm<C extends RouteContract>(
  contract: C,
  options: ContractFormOptions<C> = {},
): ContractFormState<C> {
  const [form] = Form.useForm<Values>();
  const t = useWords(messages);
  const tell = useTell();
  const act = useAct(contract, { alsoChanges: options.alsoChanges ?? [] });
  const [isDirty, setDirty] = useState(false);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const initial = options.initial ?? {};

  const check = (body: Values): boolean => {
    const faults = checkBody(contract.body, body, t);
    showFaults(form, faults);
    return faults.length === 0;
  };

  const submit = async () => {
    const typed = form.getFieldsValue(true) as Values;
    const values: Values = { ...initial, ...typed };
    const body: Values = options.toBody?.(values) ?? toBody(contract.body, values);
    clearFaults(form);
    act.reset();
    if (!check(body)) return;
    try {
      const answer = await act.mutateAsync({
        params: options.params,
        body,
      } as unknown as CallInput<C>);
      setDirty(false);
      if (options.done !== false) tell.done(options.done ?? t('saved'));
      options.onDone?.(answer);
    } catch (error) {
      setShown(showRefusal(form, error as ApiProblem));
    }
  };

  return {
    contract,
    form,
    initial,
    isBusy: act.isPending,
    isDirty,
    touch: () => setDirty(true),
    problem: act.error,
    shown,
    submit,
    reset: () => {
      form.resetFields();
      act.reset();
      setDirty(false);
    },
  };
}

function showFaults(
  form: FormInstance<Values>,
  faults: readonly PlacedFault[],
): readonly PlacedFault[] {
  const fields = form.getFieldsError().map(({ name }) => name.join('.'));
  // A fault inside a field of several parts belongs to that field.
  const placed = faults.flatMap((fault) => {
    const field = fields.find(
      (name) => name === fault.path.join('.') || fault.path.join('.').startsWith(`${name}.`),
    );
    return field === undefined ? [] : [{ fault, field }];
  });
  for (const { fault, field } of placed)
    form.setFields([{ name: field.split('.'), errors: [fault.reason] }]);
  const first = placed[0];
  if (first) form.scrollToField(first.field.split('.'), { focus: true, block: 'center' });
  return placed.map(({ fault }) => fault);
}

function showRefusal(form: FormInstance<Values>, { faults }: ApiProblem): ReadonlySet<string> {
  const own = faults.map(({ path, reason }) => ({
    path: path.replace(/^body\./, '').split('.'),
    reason,
  }));
  const placed = new Set(showFaults(form, own).map((fault) => fault.path.join('.')));
  return new Set(
    faults.map(({ path }) => path).filter((path) => placed.has(path.replace(/^body\./, ''))),
  );
}

function clearFaults(form: FormInstance<Values>): void {
  form.setFields(form.getFieldsError().map(({ name }) => ({ name, errors: [] })));
}
