import { Form, type FormInstance } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';

import type { BodyInput, RouteContract } from '#kernel/http/contract.ts';

import type { Place } from '../../../client/address.ts';
import type { AnswerTo, CallInput } from '../../../client/call.ts';
import type { ApiProblem } from '../../../client/problem.ts';
import { useAct } from '../../../client/use-act.ts';
import { useWords } from '../../words.ts';
import { useTell } from '../use-tell.ts';
import { toBody } from './fields-of.ts';
import { messages } from './messages.ts';
import { sayIssue } from './say-issue.ts';

type Values = Readonly<Record<string, unknown>>;
type Path = ReadonlyArray<string | number>;

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
    const schema: z.ZodType | undefined = contract.body;
    const result = schema?.safeParse(body);
    if (result?.success !== false) return true;
    const faults = result.error.issues.map((issue) => {
      const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
      return { path, reason: sayIssue(issue, isEmptyAt(body, path), t) };
    });
    showFaults(form, faults);
    return false;
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

function isEmptyAt(body: Values, path: Path): boolean {
  const value = path.reduce<unknown>(
    (inside, part) =>
      typeof inside === 'object' && inside !== null ? (inside as Values)[part] : undefined,
    body,
  );
  return value === undefined || value === null || value === '';
}

interface PlacedFault {
  readonly path: Path;
  readonly reason: string;
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
