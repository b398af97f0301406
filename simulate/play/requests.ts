import { setTimeout as pause } from 'node:timers/promises';

import { openWire, type Wire } from '#bench/wire.ts';
import { routes as files } from '#kernel/files/contract.ts';
import type { BodyInput, QueryInput, ResponseOf, RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';

import { type Posing, writePosing } from '../posing.ts';
import { type Again, createAgain, createFlaky, type Flakiness } from './flaky.ts';

/** Who sends a request: a person who poses as somebody, a device with its key, or the public. */
export type Who = Posing | { readonly deviceKey: string } | 'public';

export interface Request<C> {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: BodyInput<C>;
  readonly query?: QueryInput<C>;
  /** Given where the same request may be sent again from elsewhere. */
  readonly key?: string;
  /** Refusals that are part of the day, by their code. */
  readonly mayFail?: readonly string[];
}

export type Answer<C> =
  | { readonly ok: true; readonly body: ResponseOf<C> }
  | { readonly ok: false; readonly code: string };

/** What was measured of the requests of a day. */
export interface Traffic extends Again {
  /** Milliseconds of each request that was answered, by the name of its route. */
  readonly times: Map<string, number[]>;
  /** Refusals that nobody expected. */
  readonly strange: string[];
  /** Requests that had to be sent again because nobody answered, or the server asked to come back. */
  repeated: number;
}

export interface Requests {
  readonly traffic: Traffic;
  /** Sends until somebody answers. A refusal that is not named in `mayFail` is noted as strange. */
  send<C extends RouteContract>(contract: C, who: Who, request?: Request<C>): Promise<Answer<C>>;
  /** The same, for what must succeed. */
  must<C extends RouteContract>(
    contract: C,
    who: Who,
    request?: Request<C>,
  ): Promise<ResponseOf<C>>;
  /** Sends a picture for a purpose; gives the ids of what was stored. */
  upload(purpose: string, who: Who): Promise<readonly string[]>;
  /** Sends again what flaky clients have still to send again. */
  settle(): Promise<void>;
  /** Cuts connections that are open now. */
  readonly cut: (share: number, happens: (share: number) => boolean) => number;
  readonly close: () => void;
}

const AGAIN_MS = 60;
/** Five minutes: a machine that does other things too needs its time to start a server again. */
const PATIENCE = 5_000;

export const createTraffic = (): Traffic => ({
  times: new Map(),
  strange: [],
  repeated: 0,
  ...createAgain(),
});

export interface RequestsOptions {
  readonly base: string;
  /** The name under which the centre is reached. */
  readonly host: string;
  readonly traffic: Traffic;
  readonly flakiness?: Flakiness;
}

/** What everybody in a centre sends their requests with. */
export function createRequests({ base, host, traffic, flakiness }: RequestsOptions): Requests {
  const { insist, cut, close } = createAsker(base, traffic);
  const flaky = flakiness === undefined ? undefined : createFlaky(insist, traffic, flakiness);
  let sent = 0;

  const send: Requests['send'] = async (contract, who, request = {}) => {
    const raw = toRaw(contract, who, request, { host, serial: sent });
    sent += 1;
    const begun = performance.now();
    const answer =
      flaky === undefined || contract.idempotency === undefined
        ? await insist(raw)
        : await flaky.ask(contract.name, raw);
    note(traffic.times, contract.name, performance.now() - begun);
    const body: unknown = answer.body === '' ? undefined : JSON.parse(answer.body);
    if (answer.status < 300) return { ok: true, body: body as never };
    const code = codeOf(body);
    if (request.mayFail?.includes(code) !== true)
      traffic.strange.push(`${contract.name} ${answer.status} ${answer.body}`.slice(0, 400));
    return { ok: false, code };
  };

  return {
    traffic,
    send,
    must: async (contract, who, request) => {
      const answer = await send(contract, who, request);
      if (answer.ok) return answer.body;
      throw new Error(`${contract.name} was refused: ${answer.code}; ${traffic.strange.at(-1)}`);
    },
    upload: async (purpose, who) => {
      const begun = performance.now();
      const raw = toUpload(purpose, who, host);
      const { status, body } = await insist(raw);
      note(traffic.times, 'files.uploadFiles', performance.now() - begun);
      if (status !== 201) throw new Error(`The upload was answered ${status}: ${body}`);
      return (JSON.parse(body) as { items: Array<{ id: string }> }).items.map(({ id }) => id);
    },
    settle: async () => flaky?.settle(),
    cut,
    close,
  };
}

type Insist = (raw: Raw) => Promise<{ readonly status: number; readonly body: string }>;

/** Connections that stay open, and the patience of those who ask on them. */
function createAsker(
  base: string,
  traffic: Traffic,
): Pick<Requests, 'cut' | 'close'> & { readonly insist: Insist } {
  const free: Wire[] = [];
  const busy = new Set<Wire>();

  async function askOnce(raw: Raw): Promise<{ status: number; body: string }> {
    const wire = free.pop() ?? openWire();
    busy.add(wire);
    try {
      const answer = await wire.ask(base, raw);
      free.push(wire);
      return answer;
    } catch (error) {
      wire.close();
      throw error;
    } finally {
      busy.delete(wire);
    }
  }

  /** Asks until there is an answer that is one: not the silence of a killed server, nor its request to come back. */
  async function insist(raw: Raw): Promise<{ status: number; body: string }> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = await askOnce(raw);
        if (answer.status !== 503 && answer.status !== 429) return answer;
      } catch (error) {
        if (attempt >= PATIENCE) throw error;
      }
      if (attempt >= PATIENCE) throw new Error(`Nobody answers ${raw.method} ${raw.path}`);
      traffic.repeated += 1;
      await pause(AGAIN_MS);
    }
  }

  return {
    insist,
    cut: (share, happens) => {
      let cuts = 0;
      for (const wire of [...busy, ...free]) {
        if (!happens(share)) continue;
        wire.close();
        cuts += 1;
      }
      return cuts;
    },
    close: () => {
      for (const wire of free) wire.close();
    },
  };
}

interface Raw {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly type?: string;
}

function toRaw<C extends RouteContract>(
  contract: C,
  who: Who,
  { params = {}, query, body, key }: Request<C>,
  { host, serial }: { readonly host: string; readonly serial: number },
): Raw {
  const path = contract.path.replaceAll(/:(\w+)/gu, (_, name: string) => params[name] ?? '');
  const given = Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]);
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
  return {
    method: contract.method,
    path: `${path}${search}`,
    headers: {
      ...headersOf(who),
      'x-forwarded-host': host,
      // People and devices have addresses of their own; limits by address are not what is simulated.
      'x-forwarded-for': `10.${(serial >> 14) & 255}.${(serial >> 6) & 255}.${(serial & 63) + 1}`,
      ...(contract.method === 'GET' ? {} : { 'idempotency-key': key ?? newId() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** A picture of one point, as a signature on glass is one. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const BOUNDARY = 'onewindow-simulated-upload';

function toUpload(purpose: string, who: Who, host: string): Raw {
  const head = [
    `--${BOUNDARY}`,
    'content-disposition: form-data; name="file"; filename="signature.png"',
    'content-type: image/png',
    '',
    '',
  ].join('\r\n');
  return {
    method: 'POST',
    path: `${files.uploadFiles.path}?purpose=${purpose}`,
    headers: { ...headersOf(who), 'x-forwarded-host': host },
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([Buffer.from(head), PICTURE, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  };
}

function headersOf(who: Who): Record<string, string> {
  if (who === 'public') return {};
  if ('deviceKey' in who) return { authorization: `Bearer ${who.deviceKey}` };
  return { 'x-posing': writePosing(who) };
}

function note(times: Map<string, number[]>, name: string, ms: number): void {
  const known = times.get(name);
  if (known === undefined) times.set(name, [ms]);
  else known.push(ms);
}

const codeOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : 'unknown';
