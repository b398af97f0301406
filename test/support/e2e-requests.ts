import type { BrowserContext } from 'playwright-core';

import type { BodyInput, QueryInput, ResponseOf, RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';

import type { Visitor, VisitorOptions } from './e2e-browser.ts';
import { type SignedIn, signInStaff } from './e2e-staff.ts';

export interface Asked<C> {
  readonly id?: string;
  readonly body?: BodyInput<C>;
  readonly query?: QueryInput<C>;
}

export interface Answered<C> {
  readonly status: number;
  readonly body: ResponseOf<C>;
}

/** One request of somebody who is signed in, without their pages: for steps that are not what a journey is about. */
export async function ask<C extends RouteContract>(
  { request }: BrowserContext,
  { csrfToken }: Pick<SignedIn, 'csrfToken'>,
  contract: C,
  { id = '', body, query }: Asked<C> = {},
): Promise<Answered<C>> {
  const given = Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]);
  const path = contract.path.replace(/:\w+/u, id);
  const answer = await request.fetch(`${path}?${new URLSearchParams(given).toString()}`, {
    method: contract.method,
    headers: { 'x-csrf-token': csrfToken, 'idempotency-key': newId() },
    ...(body === undefined ? {} : { data: body as object }),
  });
  const isJson = (answer.headers()['content-type'] ?? '').includes('json');
  return {
    status: answer.status(),
    body: (isJson ? await answer.json() : undefined) as ResponseOf<C>,
  };
}

type Open = (options?: VisitorOptions) => Promise<Visitor>;

export interface Colleague extends Visitor {
  /** Sends a request as this colleague, and fails when it is refused. */
  readonly ask: <C extends RouteContract>(contract: C, asked?: Asked<C>) => Promise<ResponseOf<C>>;
  /** The status of a request that may be refused. */
  readonly tryTo: <C extends RouteContract>(contract: C, asked?: Asked<C>) => Promise<number>;
}

/** Somebody of the staff by their number, with a window of their own. */
export async function openColleague(
  open: Open,
  employeeNo: string,
  options: VisitorOptions = {},
): Promise<Colleague> {
  const signedIn = await signInStaff(open, employeeNo, options.language);
  const visitor = await open({ ...options, state: signedIn.state });
  return {
    ...visitor,
    ask: async (contract, asked) => {
      const { status, body } = await ask(visitor.context, signedIn, contract, asked);
      if (status < 300) return body;
      throw new Error(`${contract.name} of ${employeeNo}: ${status} ${JSON.stringify(body)}`);
    },
    tryTo: async (contract, asked) =>
      (await ask(visitor.context, signedIn, contract, asked)).status,
  };
}
