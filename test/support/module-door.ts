import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type {
  BodyInput,
  ParamsInput,
  QueryInput,
  ResponseOf,
  RouteContract,
} from '#kernel/http/contract.ts';
import type { ServedRoute } from '#kernel/http/handler.ts';
import { newId } from '#kernel/ids/id.ts';

import { type FrontDoor, openFrontDoor } from './front-door.ts';

/** What a test sends to a route. */
export interface Sent<C extends RouteContract> {
  readonly params?: ParamsInput<C>;
  readonly query?: QueryInput<C>;
  readonly body?: BodyInput<C>;
  /** Of idempotency; a route that asks for one is given one. */
  readonly key?: string;
}

export interface Answered<C extends RouteContract> {
  readonly status: number;
  /** As the contract promises it; undefined for a refusal and for what is not JSON. */
  readonly body: ResponseOf<C>;
  /** The code of a refusal. */
  readonly problem: string | undefined;
  readonly text: string;
  readonly bytes: Buffer;
}

/** The routes of one module behind the front door; actors are taken at their word, the limits of rates are off. */
export interface ModuleDoor {
  readonly http: FrontDoor['http'];
  readonly send: <C extends RouteContract>(
    actor: Actor | undefined,
    contract: C,
    sent?: Sent<C>,
  ) => Promise<Answered<C>>;
  close(): Promise<void>;
}

export async function openModuleDoor(
  deps: { readonly database: Database; readonly clock: Clock },
  routes: readonly ServedRoute[],
): Promise<ModuleDoor> {
  const door = await openFrontDoor(deps, () =>
    routes.map((served) => {
      const { ratePerMinute: _rate, ...contract } = served.contract;
      return { ...served, contract };
    }),
  );
  return {
    http: door.http,
    send: async (actor, contract, sent = {}) => {
      if (actor) door.admit(actor.id, actor);
      const params = (sent.params ?? {}) as Record<string, string>;
      const query = Object.entries(sent.query ?? {});
      const key = sent.key ?? (contract.idempotency === 'required' ? newId() : undefined);
      const response = await door.http.inject({
        method: contract.method,
        url: contract.path.replaceAll(/:(\w+)/g, (_, name: string) =>
          encodeURIComponent(params[name] ?? ''),
        ),
        query: Object.fromEntries(query.map(([name, value]) => [name, String(value)])),
        headers: {
          ...(actor ? { 'x-test-actor': actor.id } : {}),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(sent.body === undefined ? {} : { payload: sent.body as object }),
      });
      const isJson = String(response.headers['content-type']).includes('json');
      const document = isJson ? (JSON.parse(response.body) as Record<string, unknown>) : {};
      const isGood = response.statusCode < 300 && contract.response !== undefined;
      return {
        status: response.statusCode,
        body: (isGood ? contract.response?.parse(document) : undefined) as never,
        problem: response.statusCode >= 400 ? String(document['code']) : undefined,
        text: response.body,
        bytes: response.rawPayload,
      };
    },
    close: () => door.http.close(),
  };
}
