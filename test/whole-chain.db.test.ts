import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { readCentreFile } from '#centres/songjiang/checks/support.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { routes as fileRoutes } from '#kernel/files/contract.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { routes as caseRoutes } from '#modules/casework/cases/contract.ts';
import { type Cases, startCases } from '#modules/casework/cases/server/fixture.ts';
import {
  permissions as contractActs,
  routes as contracts,
} from '#modules/finance/contracts/contract.ts';
import {
  type ChainOfSettlement,
  permissions as chainActs,
  routes as chain,
} from '#modules/finance/projects/contract.ts';
import {
  DEFAULT_SETTINGS,
  permissions as courierActs,
  routes as courier,
} from '#modules/fulfilment/courier/contract.ts';
import { permissions as queueActs, routes as queue } from '#modules/hall/queue/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

const CONTACT = {
  recipient: '诸葛明',
  phone: '13800138000',
  address: '上海市松江区演示路1号3室',
};
const CARRIER = '/standin/carrier';
const MONTH = '2026-03';

const all = (permissions: Readonly<Record<string, { readonly name: string }>>, name: string) =>
  staffWith(
    Object.values(permissions).map((one) => one.name),
    undefined,
    { name },
  );
const hall = all(queueActs, '大厅值班');
const sender = all(courierActs, '快递经办');
const viewer = staffWith([chainActs.view.name]);
const maker = all(contractActs, '经办甲');
const checker = all(contractActs, '审核乙');
const approver = all(contractActs, '批准丙');

let cases: Cases;
beforeAll(async () => {
  cases = await startCases({ withStandins: true });
});
afterAll(() => cases.app.close());

test('from a ticket to the parcel of its result, the bill that is paid, and back down from the budget', async () => {
  const { app } = cases;
  await openBooks();
  const ticketId = await aVisit();
  cases.setTime(`${MONTH}-02T10:00`);
  const { id, caseNo } = await decidedCase(ticketId);

  // The result is wished to be sent: it becomes a parcel by itself.
  await hear('courier.follow');
  const { body: listed } = await app.send(sender, courier.listParcels, {
    query: { search: caseNo },
  });
  const [parcel] = listed.items;
  expect(parcel).toMatchObject({ state: 'waiting', hasOriginals: true, direction: 'out' });
  const parcelId = parcel?.id ?? '';
  await send(parcelId);
  await hear('courier.follow');
  expect(await stateOf(id)).toBe('delivering');
  await bringHome(parcelId);
  await hear('courier.follow');
  const { body: file } = await app.send(cases.first, caseRoutes.getCase, { params: { id } });
  expect(file).toMatchObject({ state: 'delivered', delivery: { way: 'courier' } });
  expect(file.delivery?.trackingNo).not.toBe('');

  // The month is over: the carrier's own bill is matched, handed on, signed by two others and paid.
  cases.setTime('2026-04-02T10:00');
  const settlementId = await settleMonth();
  expect(
    (await app.send(sender, courier.getMonth, { params: { month: MONTH } })).body,
  ).toMatchObject({
    documentState: 'approved',
    paid: '12.00',
    settlementId,
  });

  // From the cell of the budget down to the ticket, with equal sums at each step.
  const project = await app.send(viewer, chain.getChainOfProject, {
    params: { code: 'P10' },
    query: { year: 2026 },
  });
  expect(project.body).toMatchObject({ limit: '150000.00', paid: '12.00' });
  const contract = await app.send(viewer, chain.getChainOfContract, {
    params: { id: project.body.contracts[0]?.id ?? '' },
  });
  expect(contract.body.settlements).toMatchObject([{ id: settlementId, paid: '12.00' }]);
  const settlement = await app.send(viewer, chain.getChainOfSettlement, {
    params: { id: settlementId },
  });
  expect(settlement.body.items).toMatchObject([
    { kind: 'courier.parcel', amount: '12.00', caseNo, ticketId, ticketNo: 'A001' },
  ]);
  for (const { checks } of [project.body, contract.body, settlement.body]) expectEqual(checks);

  // And from the ticket up to what it cost.
  await hear('queue.join-cases');
  const costs = await app.send(viewer, chain.getCosts, { query: { ticketId } });
  expect(costs.body).toMatchObject({
    total: '12.00',
    paid: '12.00',
    ticketNo: 'A001',
    cases: [{ caseNo }],
    things: [{ id: parcelId, state: 'paid', projectCode: 'P10' }],
  });
}, 60_000);

function expectEqual(checks: ChainOfSettlement['checks']): void {
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.filter(({ isEqual }) => !isEqual)).toEqual([]);
}

const take = (importerName: string, records: ReadonlyArray<Record<string, string>>) => {
  const { app } = cases;
  const importer = app.app.running.importers.find(({ name }) => name === importerName);
  if (importer === undefined) throw new Error(`No such sheet: ${importerName}`);
  const rows = records.map((cells, at) => ({ rowNumber: at + 2, cells }));
  const actor = systemActor(TEST_CENTRE, 'test');
  return runImport(app.foundation, actor, importer, `${importerName}.csv`, rows);
};

/** The budget and the contracts of 2026, and who is sent parcels free of charge here. */
async function openBooks(): Promise<void> {
  for (const sheet of ['rules', 'lines', 'contracts']) {
    const records: Array<Record<string, string>> = parse(readCentreFile(`contracts/${sheet}.csv`), {
      columns: true,
      bom: true,
    });
    await take(
      `contracts.${sheet}`,
      records.filter(({ year }) => year === '2026'),
    );
  }
  const settings = { ...DEFAULT_SETTINGS, siteKinds: ['town' as const] };
  const changed = await cases.app.send(sender, courier.changeSettings, { body: settings });
  expect(changed.problem).toBeUndefined();
}

/** Somebody took a ticket and was called to the window; gives the ticket. */
async function aVisit(): Promise<string> {
  const { app, siteId, places } = cases;
  const named = { nameZh: '综合', nameEn: 'General', hintZh: '', hintEn: '' };
  const made = await app.send(hall, queue.createBusiness, {
    body: {
      ...named,
      code: 'general',
      letter: 'A',
      siteId,
      zoneId: places.zoneId,
      departmentCodes: [],
      isRealName: false,
      isOpen: true,
      dailyLimit: 0,
      warnPeople: 30,
      warnMinutes: 30,
      usualMinutes: 10,
      order: 1,
    },
  });
  expect(made.problem).toBeUndefined();
  cases.setTime(`${MONTH}-03T08:00`);
  await take('queue.past-visits', [
    {
      siteCode: 'here',
      day: `${MONTH}-02`,
      number: 'A001',
      businessCode: 'general',
      issuedAt: '09:30',
      calledAt: '09:40',
      startedAt: '09:41',
      endedAt: '10:10',
      windowNumber: '1',
      outcome: 'consulted',
    },
  ]);
  const { rows } = await app.database.pool.query<{ ticket_id: string }>(
    'SELECT ticket_id FROM queue.ticket',
  );
  return rows[0]?.ticket_id ?? '';
}

/** A case of that visit, granted and issued, whose result shall be sent. */
async function decidedCase(ticketId: string) {
  const { act, first, second, approver: head } = cases;
  const matterId = await cases.matter();
  const { body, text } = await cases.receive(matterId, await cases.party(), {
    ticketId,
    delivery: { way: 'courier', ...CONTACT },
    accept: { mode: 'complete', promised: false },
  });
  if (body === undefined) throw new Error(text);
  const { id, caseNo } = body;
  let { version } = body;
  const step = async (by: Actor, route: Parameters<typeof act>[1], more: object) => {
    ({ version } = await act(by, route, id, { version, ...more }));
  };
  await step(first, caseRoutes.takeCase, {});
  await step(first, caseRoutes.examineCase, { passes: true, opinion: '材料齐全' });
  await step(second, caseRoutes.examineCase, { passes: true, opinion: '同意' });
  await step(head, caseRoutes.approveCase, { content: '准予许可' });
  await step(first, caseRoutes.issueResult, {});
  return { id, caseNo };
}

const stateOf = async (id: string) =>
  (await cases.app.send(cases.first, caseRoutes.getCase, { params: { id } })).body.state;

/** Ordered with the imitated carrier over its real interface, and handed over against a signature. */
async function send(parcelId: string): Promise<void> {
  const { app } = cases;
  const ordered = await app.send(sender, courier.orderParcel, { params: { id: parcelId } });
  expect(ordered.body).toMatchObject({ state: 'ordered' });
  const signatureFileId = await cases.upload(sender, 'courier.signature');
  const handed = await app.send(sender, courier.handOver, {
    body: { parcelIds: [parcelId], courierName: '演示快递员', signatureFileId },
  });
  expect(handed.problem).toBeUndefined();
}

/** The courier collects it; when the road is over everything is told that happened on it. */
async function bringHome(parcelId: string): Promise<void> {
  const { app } = cases;
  const { body } = await app.send(sender, courier.getParcel, { params: { id: parcelId } });
  const collect = () =>
    app.app.http.inject({
      method: 'POST',
      url: `${CARRIER}/collections`,
      headers: {
        origin: new URL(app.foundation.config.http.publicUrl).origin,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: `number=${body.number}`,
    });
  expect((await collect()).statusCode).toBe(303);
  cases.setTime(`${MONTH}-02T11:00`);
  await collect();
  const { body: home } = await app.send(sender, courier.getParcel, { params: { id: parcelId } });
  expect(home).toMatchObject({ state: 'signed' });
}

/** The carrier's bill of the month up to its payment; gives the settlement. */
async function settleMonth(): Promise<string> {
  const { app } = cases;
  const bill = await app.app.http.inject({ url: `${CARRIER}/bill?month=${MONTH}` });
  const fileId = await uploadBill(bill.rawPayload);
  const params = { month: MONTH };
  const taken = await app.send(sender, courier.takeBill, { params, body: { fileId } });
  expect(taken.body).toMatchObject({ billedRows: 1, agreed: 1, amount: '12.00', open: 0 });
  const handed = await app.send(sender, courier.handOnMonth, {
    params,
    body: { version: taken.body.version },
  });
  await sign(handed.body.documentId ?? '');
  const { body: month } = await app.send(sender, courier.getMonth, { params });
  const settlementId = month.settlementId ?? '';
  const payment = await app.send(maker, contracts.prepareDocument, {
    body: {
      body: {
        kind: 'payment',
        settlementId,
        amount: '12.00',
        paidOn: '2026-04-02',
        voucher: '记-0001',
      },
      reason: '按月结算支付寄递费用',
    },
  });
  await sign(payment.body.id);
  return settlementId;
}

/** Checked by one and approved by another. */
async function sign(id: string): Promise<void> {
  const { app } = cases;
  for (const [by, route] of [
    [checker, contracts.checkDocument],
    [approver, contracts.approveDocument],
  ] as const) {
    const { body } = await app.send(by, contracts.getDocument, { params: { id } });
    const signed = await app.send(by, route, {
      params: { id },
      body: { version: body.version },
    });
    if (signed.problem !== undefined) throw new Error(signed.text);
  }
}

async function uploadBill(bytes: Buffer): Promise<string> {
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="bill.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  const answer = await cases.app.app.http.inject({
    method: 'POST',
    url: `${fileRoutes.uploadFiles.path}?purpose=courier.bill`,
    headers: { 'x-test-actor': sender.id, 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
  });
  const [file] = answer.json<{ items: Array<{ id: string }> }>().items;
  return file?.id ?? '';
}

/** Lets a listener hear everything that was told, in its order and again from the start: a repeat does no harm. */
async function hear(listenerName: string): Promise<void> {
  const { app } = cases;
  const listener = app.app.running.listeners.find(({ name }) => name === listenerName);
  if (listener === undefined) throw new Error(`There is no listener ${listenerName}`);
  const { rows } = await app.database.pool.query<{
    event_id: string;
    name: string;
    version: number;
    aggregate_id: string;
    at: Date;
    payload: unknown;
  }>(
    'SELECT event_id, name, version, aggregate_id, at, payload FROM kernel.outbox ORDER BY event_id',
  );
  const names = new Set(listener.events.map(({ name }) => name));
  for (const row of rows.filter(({ name }) => names.has(name)))
    await app.database.transaction((tx) =>
      listener.handle(tx, {
        eventId: row.event_id,
        centreId: TEST_CENTRE,
        name: row.name,
        version: row.version,
        subject: { kind: 'test', id: row.aggregate_id },
        actor: { kind: 'system', id: 'test' },
        at: row.at,
        payload: typeof row.payload === 'string' ? JSON.parse(row.payload) : row.payload,
      }),
    );
}
