import type { Actor } from '#kernel/access/contract-actor.ts';
import { anonymousActor } from '#kernel/access/system-actor.ts';
import { type FixedClock, fixedClock } from '#kernel/clock/clock.ts';
import { createFieldCipher, type FieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import type { Database } from '#kernel/db/database.ts';
import type {
  BodyInput,
  ParamsInput,
  QueryInput,
  ResponseOf,
  RouteContract,
} from '#kernel/http/contract.ts';
import { createHttpServer } from '#kernel/http/server.ts';
import { composeCitizenId } from '#kernel/ids/citizen-id.ts';
import { newId } from '#kernel/ids/id.ts';
import { composeUscc } from '#kernel/ids/uscc.ts';
import { createLog } from '#kernel/observe/log.ts';

import type { OrganisationInput, PersonInput } from '../contract.ts';
import type { PartiesDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

/** Key rings by the number of versions in them; the same version is the same key. */
export function cipherOf(versions: number): FieldCipher {
  const keys = Array.from({ length: versions }, (_, index) => {
    const bytes = Uint8Array.from({ length: 32 }, (_value, at) => (index + 3) * 37 + at * (at + 7));
    return `v${index + 1}:${Buffer.from(bytes).toString('base64')}`;
  });
  return createFieldCipher(parseKeyRing(keys.join(','), { production: false }));
}

const DEPARTMENTS = ['market-regulation', 'tax'];

export function fixtureDeps(
  database: Database,
  cipher = cipherOf(1),
): PartiesDeps & { clock: FixedClock } {
  const byCode = new Map(DEPARTMENTS.map((code) => [code, { id: code, code }]));
  const directory = { departments: { byCode } };
  return {
    database,
    clock: fixedClock('2026-01-20T02:00:00Z'),
    cipher,
    organisation: { loadDirectory: () => Promise.resolve(directory as never) },
    files: { attach: () => Promise.resolve() },
  };
}

export interface Answer<C> {
  readonly status: number;
  readonly body: ResponseOf<C>;
  readonly problem: string | undefined;
  readonly document: Record<string, unknown>;
  readonly text: string;
}

interface Sent<C> {
  readonly params?: ParamsInput<C>;
  readonly query?: QueryInput<C>;
  readonly body?: BodyInput<C>;
  readonly key?: string;
}

export interface PartiesServer {
  readonly deps: PartiesDeps & { clock: FixedClock };
  /** Every answer that left the server, for tests that look through them all. */
  readonly answers: string[];
  send<C extends RouteContract>(
    actor: Actor | undefined,
    contract: C,
    sent?: Sent<C>,
  ): Promise<Answer<C>>;
  close(): Promise<void>;
}

/** The routes of this module behind the front door; actors are taken at their word. */
export async function startPartiesServer(
  database: Database,
  change: Partial<PartiesDeps> = {},
): Promise<PartiesServer> {
  const deps = { ...fixtureDeps(database), ...change } as PartiesDeps & { clock: FixedClock };
  const actors = new Map<string, Actor>();
  const http = await createHttpServer(
    {
      db: database.db,
      clock: deps.clock,
      log: createLog('silent'),
      identify: (request) => {
        const actor = actors.get(String(request.headers['x-test-actor']));
        return Promise.resolve({ actor: actor ?? anonymousActor(1) });
      },
      publicUrl: 'http://localhost',
      trustProxy: false,
      ratePerMinute: 1_000_000,
      uploadLimitBytes: 1024,
    },
    createRoutes(deps).map((served) => {
      const { ratePerMinute: _rate, ...contract } = served.contract;
      return { ...served, contract };
    }),
  );
  const answers: string[] = [];
  return {
    deps,
    answers,
    send: async (actor, contract, sent = {}) => {
      if (actor) actors.set(actor.id, actor);
      const params = (sent.params ?? {}) as Record<string, string>;
      const key = sent.key ?? (contract.idempotency === 'required' ? newId() : undefined);
      const response = await http.inject({
        method: contract.method,
        url: contract.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? ''),
        query: toQuery(sent.query),
        headers: {
          ...(actor ? { 'x-test-actor': actor.id } : {}),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(sent.body === undefined ? {} : { payload: sent.body as object }),
      });
      answers.push(`${contract.name} ${response.statusCode} ${response.body}`);
      return toAnswer(contract, response.statusCode, response.body);
    },
    close: () => http.close(),
  };
}

function toQuery(query: unknown): Record<string, string> {
  const given = Object.entries((query ?? {}) as Record<string, string | number | undefined>);
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ) as Record<string, string>;
}

function toAnswer<C extends RouteContract>(contract: C, status: number, text: string): Answer<C> {
  const document = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  const body = status < 300 && contract.response ? contract.response.parse(document) : undefined;
  return {
    status,
    body: body as ResponseOf<C>,
    problem: status >= 400 ? String(document['code']) : undefined,
    document,
    text,
  };
}

/** A citizen number of a division that does not exist; `serial` 0 to 999. */
export function citizenNumber(serial: number, bornOn = '1990-05-06'): string {
  return composeCitizenId('310199', bornOn, serial) ?? '';
}

export function creditCode(serial: number): string {
  return composeUscc('91', '310117', `MA1T${String(9000 + serial)}`) ?? '';
}

export function aPerson(serial: number, more: Partial<PersonInput> = {}): PersonInput {
  return {
    name: '欧阳明慧',
    nameEn: 'Ouyang Minghui',
    identifier: { kind: '111', number: citizenNumber(serial) },
    sex: null,
    bornOn: null,
    contacts: [
      { kind: 'mobile', value: `15400${String(300_000 + serial)}` },
      { kind: 'address', value: '上海市松江区方松街道演示北路88弄6号1203室（演示）' },
    ],
    divisionCode: '310117003',
    remark: '',
    ...more,
  };
}

export function aFirm(serial: number, more: Partial<OrganisationInput> = {}): OrganisationInput {
  return {
    name: `上海演示${serial}号餐饮管理有限公司（演示）`,
    nameEn: `Shanghai Demonstration ${serial} Catering Co., Ltd.`,
    identifier: { kind: 'uscc', number: creditCode(serial) },
    organisationKind: 'company',
    establishedOn: '2020-03-04',
    contacts: [{ kind: 'landline', value: `021-9000${String(5000 + serial)}` }],
    divisionCode: '310117005',
    remark: '',
    ...more,
  };
}
