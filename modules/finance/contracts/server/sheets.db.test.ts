import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { DEFAULT_LIMITS } from '#kernel/documents/sheets/raw-rows.ts';
import { openXlsx } from '#kernel/documents/sheets/xlsx-rows.ts';
import { nobodyInParticular } from '#test/support/actors.ts';

import { routes } from '../contract.ts';
import { aContract, type Bench, people, startBench, YEAR } from './fixture.ts';

const SHEETS = [
  routes.exportContracts,
  routes.exportDocuments,
  routes.exportMovements,
  routes.exportPlan,
  routes.exportOverdue,
] as const;

describe('lists that leave as spreadsheets', () => {
  let bench: Bench;
  let contractId: string;
  beforeAll(async () => {
    bench = await startBench();
    const lineId = await bench.openLine(27_110_000n);
    contractId = (await bench.pass(aContract(lineId, '271100.00'))).body.contractId ?? '';
    await bench.pass({
      kind: 'settlement',
      contractId,
      instalment: 1,
      untilOn: null,
      amount: null,
      what: '',
      confirmedOn: '2026-01-16',
      invoiceNumber: '',
      invoicedOn: null,
      invoiceFileId: null,
      proposalId: null,
    });
  });
  afterAll(() => bench.close());

  /** What a person sees who opens the sheet: its rows, the heading first. */
  const open = async (path: string, locale = 'zh-CN'): Promise<string[][]> => {
    const { rawPayload } = await bench.app.app.http.inject({
      method: 'GET',
      url: path,
      headers: { 'x-test-actor': people.viewer.id, 'accept-language': locale },
    });
    const { rows } = await openXlsx(rawPayload, DEFAULT_LIMITS);
    const read: string[][] = [];
    for await (const { cells } of rows) read.push(Array.from(cells, (cell) => cell?.text ?? ''));
    return read;
  };

  test.each(SHEETS)('$name is refused to whoever may not see the list', async (route) => {
    expect((await bench.app.send(undefined, route)).problem).toBe('access/not-signed-in');
    expect((await bench.app.send(nobodyInParticular(), route)).problem).toBe('access/forbidden');
  });

  test('documents have their number, amount and three signatures', async () => {
    const [head, ...rows] = await open(routes.exportDocuments.path);
    expect(head?.slice(0, 4)).toEqual(['单据编号', '类别', '内容', '金额（元）']);
    expect(rows.map((row) => [row[1], row[3], row[4]])).toEqual([
      ['结算', '81330.00', '已批准'],
      ['合同', '271100.00', '已批准'],
    ]);
    expect(rows[0]).toEqual(expect.arrayContaining(['经办甲', '审核乙', '批准丙']));
    const checked = await open(`${routes.exportDocuments.path}?kind=settlement`, 'en');
    expect(checked.map((row) => row[1])).toEqual(['Kind', 'Settlement']);
  });

  test('movements have both legs, and as many rows as the ledger', async () => {
    const [, ...rows] = await open(`${routes.exportMovements.path}?year=${YEAR}`);
    const { body } = await bench.app.send(people.viewer, routes.listMovements, {
      query: { year: YEAR },
    });
    expect(rows).toHaveLength(body.items.length);
    expect(rows[0]).toEqual(expect.arrayContaining(['结算', '已签约', '应付', '81330.00']));
  });

  test('what is late has its days', async () => {
    bench.app.clock.set('2026-04-01T02:00:00Z');
    const [head, ...rows] = await open(routes.exportOverdue.path);
    expect(head?.[0]).toBe('逾期类别');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toEqual(expect.arrayContaining(['逾期未付款', '81330.00', '36']));
  });

  test('the plan of a year without items is a sheet with its heading', async () => {
    const rows = await open(`${routes.exportPlan.path}?year=${YEAR}`, 'en');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toEqual(expect.arrayContaining(['Method', 'Budget, yuan']));
  });
});
