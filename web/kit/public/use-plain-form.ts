import { useState } from 'react';

import type { BodyInput, RouteContract } from '#kernel/http/contract.ts';

import type { Place } from '../../client/address.ts';
import type { AnswerTo, CallInput } from '../../client/call.ts';
import { type ApiProblem, toApiProblem } from '../../client/problem.ts';
import { useAct } from '../../client/use-act.ts';
import { checkBody } from '../form/check-body.ts';
import { toBody } from '../form/fields-of.ts';
import { messages } from '../form/messages.ts';
import { useWords } from '../words.ts';

type Values = Readonly<Record<string, unknown>>;

export interface PlainFormOptions<C> {
  readonly params?: Place<C>['params'];
  readonly initial?: Partial<NonNullable<BodyInput<C>>>;
  readonly onDone?: (answer: AnswerTo<C>) => void;
  readonly alsoChanges?: readonly string[];
}

/** A form of plain HTML over the body of a route. */
export interface PlainFormState<C> {
  readonly contract: C;
  readonly values: Values;
  readonly set: (name: string, value: unknown) => void;
  /** Reason by place, `name` or `rows.3.name`. */
  readonly faults: ReadonlyMap<string, string>;
  readonly problem: ApiProblem | null;
  readonly isBusy: boolean;
  readonly submit: (event: { preventDefault(): void }) => void;
}

export function usePlainForm<C extends RouteContract>(
  contract: C,
  options: PlainFormOptions<C> = {},
): PlainFormState<C> {
  const t = useWords(messages);
  const act = useAct(contract, { alsoChanges: options.alsoChanges ?? [] });
  const [values, setValues] = useState<Values>(options.initial ?? {});
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());

  const send = async () => {
    const body = toBody(contract.body, values);
    const wrong = checkBody(contract.body, body, t);
    setFaults(new Map(wrong.map((fault) => [fault.path.join('.'), fault.reason])));
    act.reset();
    if (wrong.length > 0) return;
    try {
      options.onDone?.(
        await act.mutateAsync({ params: options.params, body } as unknown as CallInput<C>),
      );
    } catch (error) {
      const refused = toApiProblem(error).faults;
      setFaults(new Map(refused.map(({ path, reason }) => [path.replace(/^body\./, ''), reason])));
    }
  };

  return {
    contract,
    values,
    set: (name, value) => {
      setValues((former) => ({ ...former, [name]: value }));
      // What is being corrected is no longer wrong before it is looked at again.
      setFaults((former) => new Map([...former].filter(([path]) => path !== name)));
    },
    faults,
    problem: act.error,
    isBusy: act.isPending,
    submit: (event) => {
      event.preventDefault();
      void send();
    },
  };
}
