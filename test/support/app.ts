import { createHash } from 'node:crypto';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { anonymousActor } from '#kernel/access/system-actor.ts';
import { type FixedClock, fixedClock } from '#kernel/clock/clock.ts';
import { readConfig } from '#kernel/config/config.ts';
import { makeSecrets } from '#kernel/config/secrets.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import type {
  BodyInput,
  ParamsInput,
  QueryInput,
  ResponseOf,
  RouteContract,
} from '#kernel/http/contract.ts';
import type { Identify } from '#kernel/http/identify.ts';
import { newId } from '#kernel/ids/id.ts';
import { createLog } from '#kernel/observe/log.ts';
import { type App, createApp } from '#server/app.ts';
import type { Foundation } from '#server/kernel.ts';
import { mountStandins } from '#server/mount-standins.ts';

import { openTestDatabase, TEST_CENTRE, type TestDatabase } from './database.ts';
import { findFreePort } from './free-port.ts';

/** 2026-01-20 is a Tuesday and a working day. */
export const TEST_NOW = '2026-01-20T02:00:00Z';

export interface Sent<C> {
  readonly params?: ParamsInput<C>;
  readonly query?: QueryInput<C>;
  readonly body?: BodyInput<C>;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

export interface Answer<C> {
  readonly status: number;
  /** The checked response; only when the status is 2xx. */
  readonly body: ResponseOf<C>;
  /** The problem's code, when it was refused. */
  readonly problem: string | undefined;
  readonly document: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  /** As it came, for sheets and pictures. */
  readonly bytes: Buffer;
}

export interface TestApp {
  readonly foundation: Foundation;
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  readonly app: App;
  /** Sends one request through the front door as this actor. */
  send<C extends RouteContract>(
    actor: Actor | undefined,
    contract: C,
    sent?: Sent<C>,
  ): Promise<Answer<C>>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Listens on a free port with the stand-ins mounted, so that services from outside answer. */
  readonly withStandins?: boolean;
}

/** The whole server on a database of its own, with a fixed clock; actors are taken at their word. */
export async function startTestApp({
  withStandins = false,
}: TestAppOptions = {}): Promise<TestApp> {
  const database = await openTestDatabase();
  const clock = fixedClock(TEST_NOW);
  const port = withStandins ? await findFreePort() : 8080;
  const config = readConfig({
    PORT: String(port),
    DATA_DIR: `/tmp/onewindow-test-files/${database.name}`,
    LOG_LEVEL: 'silent',
    RATE_PER_MINUTE: '1000000',
    IMPORT_LIMIT_MB: '1',
  });
  const secrets = {
    ...makeSecrets(),
    gatewayToken: undefined,
    s3: undefined,
    isDemonstration: true,
  };
  const cipher = createFieldCipher(parseKeyRing(secrets.fieldKeys, { production: false }));
  const foundation = { config, secrets, database, clock, cipher, log: createLog('silent') };
  const actors = new Map<string, Actor>();
  const identify: Identify = async (request) => {
    const name = request.headers['x-test-actor'];
    return {
      actor:
        (typeof name === 'string' ? actors.get(name) : undefined) ?? anonymousActor(TEST_CENTRE),
    };
  };
  const app = await createApp(foundation, { identify });
  if (withStandins) {
    await mountStandins(app.http, foundation);
    await app.http.listen({ port, host: '127.0.0.1' });
  }
  return {
    foundation,
    database,
    clock,
    app,
    send: async (actor, contract, sent = {}) => {
      if (actor) actors.set(actor.id, actor);
      const response = await app.http.inject(toRequest(contract, sent, actor));
      const answer = toAnswer(contract, response.statusCode, response.body, response.headers);
      return { ...answer, bytes: response.rawPayload };
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

function toRequest<C extends RouteContract>(contract: C, sent: Sent<C>, actor: Actor | undefined) {
  const params = (sent.params ?? {}) as Record<string, string>;
  const url = contract.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const given = Object.entries(sent.query ?? {}).filter(([, value]) => value !== undefined);
  const key = sent.key ?? (contract.idempotency === 'required' ? newId() : undefined);
  return {
    method: contract.method,
    url,
    query: Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
    headers: {
      ...(actor ? { 'x-test-actor': actor.id } : {}),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...sent.headers,
    },
    ...(sent.body === undefined ? {} : { payload: sent.body as object }),
  };
}

function toAnswer<C extends RouteContract>(
  contract: C,
  status: number,
  text: string,
  headers: Record<string, unknown>,
): Omit<Answer<C>, 'bytes'> {
  const type = headers['content-type'];
  const isJson = typeof type === 'string' && type.includes('json');
  const document = isJson && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {};
  const body = status < 300 && contract.response ? contract.response.parse(document) : undefined;
  return {
    status,
    body: body as ResponseOf<C>,
    problem: status >= 400 ? String(document['code']) : undefined,
    document,
    headers,
    text,
  };
}

/** A short stable text of something, for comparing. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
