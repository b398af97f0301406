import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { anonymousActor } from '#kernel/access/system-actor.ts';
import { fixedClock } from '#kernel/clock/clock.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import type {
  BodyInput,
  ParamsInput,
  QueryInput,
  ResponseOf,
  RouteContract,
} from '#kernel/http/contract.ts';
import { createHttpServer } from '#kernel/http/server.ts';
import { newId } from '#kernel/ids/id.ts';
import { createLog } from '#kernel/observe/log.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { events, permissions, routes } from '../contract.ts';
import type { CourierDeps } from './deps.ts';
import { follow } from './follow.ts';
import { orderOverHttp } from './http-carrier.ts';
import { createRoutes } from './routes.ts';
import { isSignedBy, pushFields, signFields } from './signature.ts';

const CENTRE = 1;
const SECRET = 'shared-by-both-sides';
const CONTACT = { recipient: '诸葛明', phone: '13800138000', address: '上海市松江区演示路1号3室' };

interface Ordered {
  readonly number: string;
  readonly signature: string;
  readonly pushTo: string;
  readonly direction: string;
  readonly contents: string;
  readonly contact: typeof CONTACT;
}

/** A carrier at a real address: it gives one tracking number for a number, and fails as the test says. */
async function startCarrier() {
  const orders: Ordered[] = [];
  const known = new Map<string, string>();
  const failing = { times: 0, refuses: false };
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString('utf8')));
    request.on('end', () => {
      const order = JSON.parse(text) as Ordered;
      orders.push(order);
      const tracking = known.get(order.number) ?? `SF${String(known.size + 1).padStart(13, '0')}`;
      known.set(order.number, tracking);
      const good = failing.times > 0 ? 503 : 200;
      const status = failing.refuses ? 422 : good;
      failing.times -= 1;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(status === 200 ? { trackingNo: tracking } : { reason: '地址超区' }),
      );
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    orders,
    known,
    failing,
    endpoint: `http://127.0.0.1:${port}`,
    close: () => server.close(),
  };
}

describe('free parcels', () => {
  let database: TestDatabase;
  let carrier: Awaited<ReturnType<typeof startCarrier>>;
  let send: Awaited<ReturnType<typeof openDoor>>['send'];
  let close: () => Promise<void>;
  let deps: CourierDeps;
  const told: string[] = [];
  const acts: string[] = [];
  const cases = new Map<string, { id: string; caseNo: string; state: string; partyId: string }>();
  const clock = fixedClock('2026-01-20T01:00:00Z');
  const grants = Object.values(permissions).map(({ name }) => ({
    permission: name,
    scope: { level: name === permissions.viewOwn.name ? ('own' as const) : ('centre' as const) },
  }));
  const clerk: Actor = { kind: 'staff', id: newId(), centreId: CENTRE, name: '窗口人员', grants };
  let eventSerial = 0;

  beforeAll(async () => {
    database = await openTestDatabase();
    carrier = await startCarrier();
    const keys = Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => 7 + at * (at + 5)));
    deps = {
      database,
      clock,
      cipher: createFieldCipher(
        parseKeyRing(`v1:${keys.toString('base64')}`, { production: false }),
      ),
      publicUrl: 'https://centre.example',
      parties: {
        findActingParty: async (_db: unknown, actor: Actor) => ({
          partyId: actor.subject,
          personId: actor.subject,
        }),
        findPartyInFull: async () => ({ mobile: '13800138000' }),
      } as never,
      cases: {
        findCaseByNo: async (_db: unknown, _centre: number, no: string) => cases.get(no),
        findCase: async (_db: unknown, _centre: number, id: string) =>
          [...cases.values()].find((one) => one.id === id),
        deliver: async (_actor: unknown, id: string, proof: { trackingState: number }) => {
          acts.push(`deliver ${id} ${proof.trackingState}`);
        },
      } as never,
      seals: {
        findSet: async () => ({ state: 'at-centre', way: 'courier' }),
        findDelivery: async () => CONTACT,
        send: async (_tx: unknown, _actor: unknown, id: string) => void acts.push(`send ${id}`),
        signByCourier: async (_tx: unknown, _actor: unknown, id: string) =>
          void acts.push(`sign ${id}`),
        takeBack: async (_tx: unknown, _actor: unknown, id: string) => void acts.push(`back ${id}`),
      } as never,
      files: { attach: () => Promise.resolve() },
      notify: {
        notify: async (_tx, _actor, notice) => void told.push(notice.template.name),
      },
      orderParcel: orderOverHttp,
      count: async (_tx, _actor, counted) => void acts.push(`count ${counted[0]?.key ?? ''}`),
    };
    ({ send, close } = await openDoor(deps));
    const made = await send(clerk, routes.createCarrier, {
      body: {
        code: 'demo',
        name: '演示速递',
        endpoint: carrier.endpoint,
        secret: SECRET,
        isActive: true,
      },
    });
    if (made.problem !== undefined) throw new Error(made.text);
  });
  afterAll(async () => {
    await close();
    carrier.close();
    await database.drop();
  });
  beforeEach(() => {
    told.length = 0;
    acts.length = 0;
    carrier.failing.times = 0;
    carrier.failing.refuses = false;
  });

  const aCase = (state = 'ready') => {
    const caseNo = `松办2026-${cases.size + 1}`;
    cases.set(caseNo, { id: newId(), caseNo, state, partyId: newId() });
    return cases.get(caseNo) ?? { id: '', caseNo: '', partyId: '' };
  };
  const make = async (caseNo = aCase().caseNo, hasOriginals = false) => {
    const answer = await send(clerk, routes.sendForCase, {
      body: { caseNo, contents: '食品经营许可证', hasOriginals, contact: CONTACT },
    });
    if (answer.problem !== undefined) throw new Error(answer.text);
    return answer.body;
  };
  const order = async (id: string) => send(clerk, routes.orderParcel, { params: { id } });
  const handOver = (parcelIds: string[], signatureFileId: string | null = newId()) =>
    send(clerk, routes.handOver, {
      body: { parcelIds, courierName: '演示快递员', signatureFileId },
    });
  const onTheWay = async (caseNo?: string) => {
    const { id } = await make(caseNo);
    const { body } = await order(id);
    await handOver([id]);
    return body;
  };
  const push = async (
    trackingNo: string,
    code: number,
    more: { eventId?: string; at?: string; secret?: string } = {},
  ) => {
    const fields = {
      eventId: more.eventId ?? `e${(eventSerial += 1)}`,
      trackingNo,
      code,
      at: more.at ?? `2026-01-20T0${Math.min(9, 1 + (eventSerial % 8))}:00:00.000Z`,
      text: '演示',
    };
    return send(undefined, routes.pushStatus, {
      params: { code: 'demo' },
      body: { ...fields, signature: signFields(more.secret ?? SECRET, pushFields(fields)) },
    });
  };
  const get = async (id: string) => (await send(clerk, routes.getParcel, { params: { id } })).body;

  test('are seen and handled only by those who may, and addresses by nobody', async () => {
    const { id } = await make();
    const none = await send(undefined, routes.getParcel, { params: { id } });
    expect(none.problem).toBe('access/not-signed-in');
    const viewer = { ...clerk, id: newId(), grants: grants.slice(0, 1) };
    expect((await send(viewer, routes.orderParcel, { params: { id } })).problem).toBe(
      'access/forbidden',
    );
    const seen = await send(viewer, routes.getParcel, { params: { id } });
    expect(seen.body.recipient).toBe('诸葛*');
    expect(seen.text).not.toContain(CONTACT.phone);
    expect(seen.text).not.toContain('演示路1号');
  });

  test('are refused before a result is there, and a second one while one is open', async () => {
    const early = aCase('reviewing');
    const refused = await send(clerk, routes.sendForCase, {
      body: { caseNo: early.caseNo, contents: '许可证', contact: CONTACT },
    });
    expect(refused.problem).toBe('courier/not-ready');
    const papers = await send(clerk, routes.sendForCase, {
      body: { caseNo: early.caseNo, direction: 'in', contents: '申请材料', contact: CONTACT },
    });
    expect(papers.status).toBe(201);
    const { caseNo } = aCase();
    await make(caseNo);
    const again = await send(clerk, routes.sendForCase, {
      body: { caseNo, contents: '许可证', contact: CONTACT },
    });
    expect(again.problem).toBe('courier/already-open');
  });

  test('are ordered signed, once, through failures of the carrier', async () => {
    const { id, number } = await make();
    carrier.failing.times = 2;
    const answer = await order(id);
    expect(answer.body).toMatchObject({ state: 'ordered', trackingNo: carrier.known.get(number) });
    const mine = carrier.orders.filter((one) => one.number === number);
    expect(mine).toHaveLength(3);
    const [{ signature, direction, contents, contact, pushTo } = mine[0] as Ordered] = mine;
    const fields = [
      number,
      direction,
      contact.recipient,
      contact.phone,
      contact.address,
      contents,
      pushTo,
    ];
    expect(isSignedBy(SECRET, fields, signature)).toBe(true);
    expect((await order(id)).body.trackingNo).toBe(answer.body.trackingNo);
    expect(carrier.orders.filter((one) => one.number === number)).toHaveLength(3);
  });

  test('that a carrier refuses wait with the reason', async () => {
    const { id } = await make();
    carrier.failing.refuses = true;
    const answer = await order(id);
    expect(answer.problem).toBe('courier/carrier-failed');
    expect(answer.text).toContain('地址超区');
    expect(await get(id)).toMatchObject({ state: 'waiting', failure: '地址超区' });
  });

  test('leave in a batch that the courier signs; originals in no other way, and all or none', async () => {
    const [one, other] = [await make(), await make(undefined, true)];
    await order(one.id);
    expect((await handOver([one.id, other.id])).problem).toBe('courier/not-in-state');
    expect((await get(one.id)).state).toBe('ordered');
    await order(other.id);
    expect((await handOver([one.id, other.id], null)).problem).toBe('courier/signature-missing');
    const book = await handOver([one.id, other.id]);
    expect(book.body).toMatchObject({ parcels: 2, hasSignature: true, byName: '窗口人员' });
    expect(await get(other.id)).toMatchObject({ state: 'handed', handOverNo: book.body.number });
    expect(told).toEqual(['courier.handed', 'courier.handed']);
    const label = await send(clerk, routes.printLabel, { params: { id: one.id } });
    expect(label.bytes.subarray(0, 4).toString()).toBe('%PDF');
  });

  test('that are signed for deliver their case with proof, and are counted once', async () => {
    const one = aCase();
    const parcel = await onTheWay(one.caseNo);
    for (const code of [1, 0, 5, 3, 3]) await push(parcel.trackingNo, code);
    const after = await get(parcel.id);
    expect(after.state).toBe('signed');
    expect(acts.filter((act) => act.startsWith('count'))).toEqual([
      `count courier.parcel/${parcel.id}`,
    ]);
    await hearEnd(parcel.id, one.id, parcel.trackingNo);
    expect(acts).toContain(`deliver ${one.id} 3`);
  });

  const hearEnd = (parcelId: string, subjectId: string, trackingNo: string) =>
    database.transaction((tx) =>
      follow(deps).handle(tx, {
        eventId: newId(),
        centreId: CENTRE,
        name: events.ended.name,
        version: 1,
        subject: { kind: 'courier.parcel', id: parcelId },
        actor: { kind: 'system', id: 'test' },
        at: clock.now(),
        payload: {
          parcelId,
          number: 'KD',
          direction: 'out',
          subjectKind: 'cases.case',
          subjectId,
          state: 'signed',
          trackingNo,
          day: '2026-01-20',
        },
      }),
    );

  test('that come back leave the case ready, and can be sent again', async () => {
    const one = aCase();
    const parcel = await onTheWay(one.caseNo);
    await push(parcel.trackingNo, 14);
    await push(parcel.trackingNo, 4);
    expect((await get(parcel.id)).state).toBe('returned');
    expect(acts.some((act) => act.startsWith('count') || act.startsWith('deliver'))).toBe(false);
    expect((await make(one.caseNo)).state).toBe('waiting');
  });

  test('are pushed twice, out of order and wrongly signed without harm', async () => {
    const parcel = await onTheWay();
    const eventId = `twice-${newId()}`;
    const late = '2026-01-20T09:00:00.000Z';
    expect((await push(parcel.trackingNo, 5, { eventId, at: late })).body.result).toBe('moved');
    expect((await push(parcel.trackingNo, 5, { eventId, at: late })).body.result).toBe('known');
    const early = { at: '2026-01-20T02:00:00.000Z' };
    expect((await push(parcel.trackingNo, 1, early)).body.result).toBe('kept');
    expect((await push(parcel.trackingNo, 3, { secret: 'another' })).problem).toBe(
      'courier/bad-signature',
    );
    expect((await get(parcel.id)).state).toBe('delivering');
    expect((await get(parcel.id)).tracking).toHaveLength(2);
  });

  test('that nobody knows are kept for the desk', async () => {
    expect((await push('SF9999999999999', 3)).body.result).toBe('unknown-parcel');
    const { body } = await send(clerk, routes.listUnknown);
    expect(body.items[0]).toMatchObject({ trackingNo: 'SF9999999999999', carrierName: '演示速递' });
  });

  test('that are lost are settled with the applicant, who is told, before another is sent', async () => {
    const one = aCase();
    const parcel = await onTheWay(one.caseNo);
    told.length = 0;
    const settle = async (what: 'lost' | 'closed') =>
      send(clerk, routes.settleTrouble, {
        params: { id: parcel.id },
        body: { version: (await get(parcel.id)).version, what, reason: '快递公司确认丢失' },
      });
    expect((await settle('closed')).problem).toBe('courier/not-in-state');
    expect((await settle('lost')).body.state).toBe('lost');
    expect(told).toEqual(['courier.lost']);
    expect((await settle('closed')).body.state).toBe('closed');
    expect((await make(one.caseNo)).state).toBe('waiting');
  });

  test('carry a set of seals there and back', async () => {
    const setId = newId();
    const hear = () =>
      database.transaction((tx) =>
        follow(deps).handle(tx, {
          eventId: newId(),
          centreId: CENTRE,
          name: 'seals.set-moved',
          version: 1,
          subject: { kind: 'seals.set', id: setId },
          actor: { kind: 'system', id: 'test' },
          at: clock.now(),
          payload: {
            setId,
            number: 'KZ202600009',
            partyId: newId(),
            licenceId: newId(),
            caseNo: '',
            makerId: newId(),
            act: 'receive',
            from: 'handed-over',
            to: 'at-centre',
            way: 'courier',
            version: 8,
          },
        }),
      );
    await hear();
    await hear();
    const { body } = await send(clerk, routes.listParcels, { query: { search: 'KZ202600009' } });
    expect(body.total).toBe(1);
    const id = body.items[0]?.id ?? '';
    const ordered = await order(id);
    await handOver([id]);
    await push(ordered.body.trackingNo, 4);
    expect(acts).toEqual([`send ${setId}`, `back ${setId}`]);
  });

  test('are shown to whom they belong, and to nobody else', async () => {
    const one = aCase();
    await make(one.caseNo);
    const own = (subject: string): Actor => ({ ...clerk, kind: 'citizen', id: newId(), subject });
    const mine = await send(own(one.partyId), routes.listOwnParcels);
    expect(mine.body.items).toHaveLength(1);
    const other = await send(own(newId()), routes.listOwnParcels);
    expect(other.body.items).toHaveLength(0);
  });
});

async function openDoor(deps: CourierDeps) {
  const actors = new Map<string, Actor>();
  const http = await createHttpServer(
    {
      db: deps.database.db,
      clock: deps.clock,
      log: createLog('silent'),
      identify: async (request) => ({
        actor: actors.get(String(request.headers['x-test-actor'])) ?? anonymousActor(CENTRE),
      }),
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
  const send = async <C extends RouteContract>(
    actor: Actor | undefined,
    contract: C,
    sent: {
      readonly params?: ParamsInput<C>;
      readonly query?: QueryInput<C>;
      readonly body?: BodyInput<C>;
    } = {},
  ) => {
    if (actor) actors.set(actor.id, actor);
    const params = (sent.params ?? {}) as Record<string, string>;
    const query = Object.entries(sent.query ?? {});
    const response = await http.inject({
      method: contract.method,
      url: contract.path.replaceAll(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(params[name] ?? ''),
      ),
      query: Object.fromEntries(query.map(([name, value]) => [name, String(value)])),
      headers: {
        ...(actor ? { 'x-test-actor': actor.id } : {}),
        ...(contract.idempotency === 'required' ? { 'idempotency-key': newId() } : {}),
      },
      ...(sent.body === undefined ? {} : { payload: sent.body as object }),
    });
    const isJson = String(response.headers['content-type']).includes('json');
    const document = isJson ? (JSON.parse(response.body) as Record<string, unknown>) : {};
    const isGood = response.statusCode < 300 && contract.response !== undefined;
    return {
      status: response.statusCode,
      body: (isGood ? contract.response?.parse(document) : undefined) as ResponseOf<C>,
      problem: response.statusCode >= 400 ? String(document['code']) : undefined,
      text: response.body,
      bytes: response.rawPayload,
    };
  };
  return { send, close: () => http.close() };
}
