import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { fixedClock } from '#kernel/clock/clock.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import { newId } from '#kernel/ids/id.ts';
import type { Meter, Proposal, SettlementNow } from '#modules/fulfilment/seals/contract.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { type ModuleDoor, openModuleDoor } from '#test/support/module-door.ts';

import { permissions, routes } from '../contract.ts';
import type { CourierDeps } from './deps.ts';
import { createHttpCarrier } from './http-carrier.ts';
import { createRoutes } from './routes.ts';
import { pushFields, signFields } from './signature.ts';

export const CENTRE = 1;
export const SECRET = 'shared-by-both-sides';
export const CONTACT = {
  recipient: '诸葛明',
  phone: '13800138000',
  address: '上海市松江区演示路1号3室',
};

export interface Ordered {
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
  const failing = { times: 0, refuses: false, silent: 0 };
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString('utf8')));
    request.on('end', () => {
      const order = JSON.parse(text) as Ordered;
      orders.push(order);
      const tracking = known.get(order.number) ?? `SF${String(known.size + 1).padStart(13, '0')}`;
      known.set(order.number, tracking);
      failing.silent -= 1;
      // The order was taken, and the answer never comes.
      if (failing.silent >= 0) return;
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
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export interface CaseOfTest {
  readonly id: string;
  readonly caseNo: string;
  readonly state: string;
  readonly partyId: string;
  readonly channel: string;
  readonly siteId: string | null;
  readonly authorityCode: string;
  readonly resultName: { readonly zh: string };
  readonly offersCourier: boolean;
  readonly wish?: { readonly way: string } & Partial<typeof CONTACT>;
  readonly version: number;
}

const METER: Meter = {
  contractId: '01890000-0000-7000-8000-000000000001',
  number: 'HT2026-2',
  name: '双向免费快递服务合同',
  supplier: '演示速递物流有限公司',
  unitPriceFen: 1200n,
  priceFen: 15_000_000n,
  leftFen: 15_000_000n,
  servesFrom: '2026-01-01',
  servesUntil: '2026-12-31',
};

const toDeps = (
  database: TestDatabase,
  around: Around,
  { clock, publicUrl }: Pick<CourierDeps, 'clock' | 'publicUrl'>,
): CourierDeps => {
  const { cases, told, acts, proposals, files } = around;
  const keys = Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => 7 + at * (at + 5)));
  const note = (text: string) => void acts.push(text);
  const go = (id: string, state: string, what: string) => {
    const found = [...cases.values()].find((one) => one.id === id);
    if (found !== undefined) cases.set(found.caseNo, { ...found, state });
    note(`${what} ${id}`);
  };
  return {
    database,
    clock,
    cipher: createFieldCipher(parseKeyRing(`v1:${keys.toString('base64')}`, { production: false })),
    publicUrl,
    organisation: {
      loadDirectory: async () => ({
        sites: {
          byId: new Map([
            ['hall', { kind: 'district-hall' }],
            ['town', { kind: 'town' }],
          ]),
        },
      }),
    } as never,
    parties: {
      findActingParty: async (_db: unknown, { subject }: Actor) =>
        subject === undefined ? undefined : { partyId: subject, personId: subject },
      findPartyInFull: async () => ({ mobile: '13800138000' }),
    } as never,
    cases: {
      findCaseByNo: async (_db: unknown, _centre: number, no: string) => cases.get(no),
      findCase: async (_db: unknown, _centre: number, id: string) =>
        [...cases.values()].find((one) => one.id === id),
      findDelivery: async (_db: unknown, _centre: number, id: string) =>
        [...cases.values()].find((one) => one.id === id)?.wish,
      dispatch: async (_actor: unknown, id: string) => go(id, 'delivering', 'dispatch'),
      comeBack: async (_actor: unknown, id: string) => go(id, 'ready', 'come back'),
      deliver: async (_actor: unknown, id: string, proof: { trackingState: number }) =>
        go(id, 'delivered', `deliver ${proof.trackingState}`),
    } as never,
    seals: {
      findSet: async () => ({ state: 'at-centre', way: 'courier' }),
      findDelivery: async () => CONTACT,
      send: async (_tx: unknown, _actor: unknown, id: string) => note(`send ${id}`),
      signByCourier: async (_tx: unknown, _actor: unknown, id: string) => note(`sign ${id}`),
      takeBack: async (_tx: unknown, _actor: unknown, id: string) => note(`back ${id}`),
    } as never,
    files: {
      attach: () => Promise.resolve(),
      getFile: async (_db: unknown, _actor: unknown, id: string) => files.get(id),
    } as never,
    notify: { notify: async (_tx, _actor, notice) => void told.push(notice.template.name) },
    orderParcel: createHttpCarrier({ pauseMs: 1, timeoutMs: 400 }),
    contracts: {
      count: async (_tx, _actor, counted) => note(`count ${counted[0]?.key ?? ''}`),
      findMeteredContract: async () => (around.world.hasContract ? METER : undefined),
      proposeSettlement: async (_tx, _actor, proposal) => {
        proposals.push(proposal);
        return { documentId: newId(), number: `CW2026-${proposals.length}` };
      },
      takeOverSettlement: async () => ({ settlementId: newId(), number: 'HT2026-1' }),
      findSettlement: async () => ({
        number: 'CW2026-1',
        state: around.world.settlement,
        settlementId: null,
        amountFen: 0n,
        paidFen: 0n,
        isReversed: false,
      }),
    },
  };
};

const grants = Object.values(permissions).map(({ name }) => ({
  permission: name,
  scope: { level: name === permissions.viewOwn.name ? ('own' as const) : ('centre' as const) },
}));
export const clerk: Actor = {
  kind: 'staff',
  id: newId(),
  centreId: CENTRE,
  name: '窗口人员',
  grants,
};
export const citizen = (subject: string): Actor => ({
  ...clerk,
  kind: 'citizen',
  id: newId(),
  subject,
});

/** As it is found by `files`, as far as a bill is read. */
export interface FileOfTest {
  readonly name: string;
  readonly hash: string;
  open(): Promise<Readable>;
}

interface Around {
  readonly proposals: Proposal[];
  readonly files: Map<string, FileOfTest>;
  /** What the contracts answer. */
  readonly world: { settlement: SettlementNow['state']; hasContract: boolean };
  readonly cases: Map<string, CaseOfTest>;
  readonly told: string[];
  readonly acts: string[];
}

/** What people and carriers do, through the front door. */
function doingsOf(send: ModuleDoor['send'], { cases }: Around) {
  let eventSerial = 0;
  const aCase = (state = 'ready', more: Partial<CaseOfTest> = {}): CaseOfTest => {
    const caseNo = `松办2026-${cases.size + 1}`;
    const made: CaseOfTest = {
      id: newId(),
      caseNo,
      state,
      partyId: newId(),
      channel: 'window',
      siteId: 'hall',
      authorityCode: '11310117MB0T00021A',
      resultName: { zh: '食品经营许可证' },
      offersCourier: true,
      version: 1,
      ...more,
    };
    cases.set(caseNo, made);
    return made;
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
    eventSerial += 1;
    const fields = {
      eventId: more.eventId ?? `e${eventSerial}`,
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
  return { aCase, make, order, handOver, onTheWay, push, get };
}

export type Bench = Awaited<ReturnType<typeof startBench>>;

/** The module behind its front door with a carrier at a real address; what it calls elsewhere is noted. */
export async function startBench(database: TestDatabase, publicUrl = 'https://centre.example') {
  const around: Around = {
    cases: new Map(),
    told: [],
    acts: [],
    proposals: [],
    files: new Map(),
    world: { settlement: 'submitted', hasContract: true },
  };
  const clock = fixedClock('2026-01-20T01:00:00Z');
  const deps = toDeps(database, around, { clock, publicUrl });
  const carrier = await startCarrier();
  const door = await openModuleDoor(deps, createRoutes(deps));
  const { send } = door;
  const addCarrier = async (input: { endpoint?: string; secret?: string; code?: string } = {}) => {
    const made = await send(clerk, routes.createCarrier, {
      body: {
        code: 'demo',
        name: '演示速递',
        endpoint: carrier.endpoint,
        secret: SECRET,
        isActive: true,
        ...input,
      },
    });
    if (made.problem !== undefined) throw new Error(made.text);
    return made.body;
  };
  return {
    ...around,
    ...doingsOf(send, around),
    clock,
    deps,
    carrier,
    http: door.http,
    send,
    addCarrier,
    close: async () => {
      await door.close();
      carrier.close();
    },
  };
}
