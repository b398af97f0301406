import type { BodyInput, ResponseOf, RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';

import { fillAddress, type Optionally, type Place } from './address.ts';
import { send } from './send.ts';

type Body<C> = [BodyInput<C>] extends [undefined]
  ? { readonly body?: undefined }
  : { readonly body: BodyInput<C> };

export interface CallOptions {
  /** Names one act: a repeat with the same key cannot act twice. Made anew for each call unless given. */
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** `false` leaves a 401 to the caller; otherwise the person is asked to sign in again. */
  readonly asksToSignIn?: boolean | undefined;
}

/** Everything a route wants: `params`, `query` and `body` as its contract says. */
export type CallInput<C> = Place<C> & Body<C>;

export type AnswerTo<C> = ResponseOf<C>;

/**
 * Calls a route and gives its answer. Throws ApiProblem for every refusal and when the server cannot be
 * reached. Safe calls, and writes that carry an idempotency key, are repeated by themselves after a lost
 * connection; after the session ended the person is asked to sign in and the call goes on.
 */
export async function call<C extends RouteContract>(
  contract: C,
  ...[input]: Optionally<CallInput<C> & CallOptions>
): Promise<AnswerTo<C>> {
  return (await callLoosely(contract, input ?? {})) as AnswerTo<C>;
}

/** Input whose fit was checked where it was written. */
export interface LooseInput extends CallOptions {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** `call` for helpers of this folder, which carry input that was checked where it was written. */
export async function callLoosely(contract: RouteContract, input: LooseInput): Promise<unknown> {
  const key = input.idempotencyKey ?? (contract.idempotency === undefined ? undefined : newId());
  const answer = await send({
    method: contract.method,
    address: fillAddress(contract, input),
    body: input.body,
    idempotencyKey: key,
    signal: input.signal,
    asksToSignIn: input.asksToSignIn,
    admission: contract.admission,
  });
  return readAnswer(contract, answer);
}

async function readAnswer(contract: RouteContract, answer: Response): Promise<unknown> {
  if (answer.status === 204) return undefined;
  switch (contract.answers ?? 'json') {
    case 'json':
      return contract.response === undefined ? undefined : answer.json();
    case 'html':
      return answer.text();
    case 'bytes':
      return answer.blob();
    case 'events':
    case 'redirect':
      throw new Error(`${contract.name} is not answered by data; use addressOf`);
  }
}
