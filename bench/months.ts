import { parse } from 'csv-parse/sync';

import { readCentreFile } from '#centres/songjiang/checks/support.ts';
import { fixedClock } from '#kernel/clock/clock.ts';
import { readConfig } from '#kernel/config/config.ts';
import { makeSecrets } from '#kernel/config/secrets.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import { routes as fileRoutes } from '#kernel/files/contract.ts';
import type { ResponseOf, RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { createLog } from '#kernel/observe/log.ts';
import { routes as courier } from '#modules/fulfilment/courier/contract.ts';
import { routes as seals } from '#modules/fulfilment/seals/contract.ts';
import { createApp } from '#server/app.ts';

import { benchPeople } from './cases-setup.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const SETS = 2_700;
const PARCELS = 1_000;
const BILL = 30_000;
const FAULTS = 100;
const MONTH = '2026-03';
const BILL_MONTH = '2026-02';

/** A month that is paid by the piece: of sets and parcels as the centre has them, and a carrier's bill that is too long by far. */
export const months: Workload = {
  name: 'months',
  title: 'a month of 2,700 sets and 1,000 parcels settled; a bill of 30,000 lines with 500 faults',
  run: async (context) => measure(context),
};

async function measure(context: BenchContext): Promise<Figure[]> {
  const { scale, say } = context;
  const here = await openMonths(context);
  try {
    await here.addSets(Math.max(10, Math.round(SETS * scale)));
    const parcels = await here.addParcels(Math.max(10, Math.round(PARCELS * scale)), MONTH);
    say('sets and parcels are signed for');
    const month = await secondsOf(async () => {
      await here.post(seals.closeMonth, MONTH, {});
      await here.handOn(seals.getMonth, seals.handOnMonth, MONTH);
      await here.takeBill(MONTH, parcels.map(toRight));
      await here.handOn(courier.getMonth, courier.handOnMonth, MONTH);
    });
    say('the month is handed on');
    const bill = await measureBill(here, scale);
    return [
      {
        what: 'a month of 2,700 sets and 1,000 parcels, added up, matched and handed on',
        value: month,
        unit: 's',
        gate: { atMost: 10 },
      },
      {
        what: 'a bill of 30,000 lines, read and matched',
        value: bill,
        unit: 's',
        gate: { atMost: 30 },
      },
    ];
  } finally {
    await here.close();
  }
}

/** A bill with five kinds of faults, a hundred of each; every one has to be found, and nothing else. */
async function measureBill(here: Months, scale: number): Promise<number> {
  const faults = Math.max(2, Math.round(FAULTS * scale));
  const right = Math.max(10 * faults, Math.round(BILL * scale)) - 3 * faults;
  const sent = await here.addParcels(right, BILL_MONTH);
  const moving = await here.addParcels(faults, null);
  const lines = [
    ...sent.map((number, at) => {
      if (at < faults) return toLine(number, 900, '12.00');
      return at < 2 * faults ? toLine(number, 300, '13.00') : toRight(number);
    }),
    ...moving.map(toRight),
    ...sent.slice(-faults).map(toRight),
    ...Array.from({ length: faults }, (_, at) => `SX${String(at).padStart(12, '0')},,,300,12.00`),
  ];
  let found: ResponseOf<typeof courier.getMonth> | undefined;
  const seconds = await secondsOf(async () => {
    found = await here.takeBill(BILL_MONTH, lines);
  });
  const named = found?.differences.filter(({ difference }) => difference !== 'none') ?? [];
  if (named.length !== 5 || named.some((one) => one.lines !== faults))
    throw new Error(`Other faults were found: ${JSON.stringify(named)}`);
  return seconds;
}

async function secondsOf(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1_000;
}

const toLine = (number: string, grams: number, yuan: string) =>
  `YS${number},${number},,${grams},${yuan}`;
const toRight = (number: string) => toLine(number, 320, '12.00');

type Months = Awaited<ReturnType<typeof openMonths>>;

/** A server in April 2026 with contracts that pay for sets and parcels. */
async function openMonths({ database, connection }: BenchContext) {
  const secrets = {
    ...makeSecrets(),
    gatewayToken: undefined,
    s3: undefined,
    isDemonstration: true,
  };
  const cipher = createFieldCipher(parseKeyRing(secrets.fieldKeys, { production: false }));
  const config = readConfig({
    DATA_DIR: `/tmp/onewindow-bench-files/${connection.database}`,
    LOG_LEVEL: 'silent',
    RATE_PER_MINUTE: '100000000',
  });
  const clock = fixedClock('2026-04-02T02:00:00Z');
  const foundation = { config, secrets, database, clock, cipher, log: createLog('silent') };
  const app = await createApp(foundation, { identify: async () => ({ actor: benchPeople.a }) });
  for (const [name, rows] of Object.entries(SHEETS)) {
    const importer = app.running.importers.find((one) => one.name === name);
    if (importer === undefined) throw new Error(`No such sheet: ${name}`);
    const numbered = rows.map((cells, at) => ({ rowNumber: at + 2, cells }));
    await runImport(foundation, benchPeople.a, importer, `${name}.csv`, numbered);
  }
  const ask = async <C extends RouteContract>(contract: C, month: string, body?: object) => {
    const answer = await app.http.inject({
      method: contract.method,
      url: contract.path.replace(':month', month),
      headers: { 'idempotency-key': newId() },
      ...(body === undefined ? {} : { payload: body }),
    });
    if (answer.statusCode >= 300) throw new Error(`${contract.name}: ${answer.body}`);
    return answer.json<ResponseOf<C>>();
  };
  return {
    ...createRecords(database),
    post: ask,
    handOn: async (
      get: typeof seals.getMonth | typeof courier.getMonth,
      act: RouteContract,
      month: string,
    ) => {
      const { version } = await ask(get, month);
      await ask(act, month, { version });
    },
    takeBill: async (month: string, lines: readonly string[]) => {
      const text = ['运单号,客户单号,签收日期,计费重量（克）,金额（元）', ...lines].join('\r\n');
      const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="bill.csv"\r\ncontent-type: text/csv\r\n\r\n`;
      const sent = await app.http.inject({
        method: 'POST',
        url: `${fileRoutes.uploadFiles.path}?purpose=courier.bill`,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        payload: `${head}${text}\r\n--b--\r\n`,
      });
      const [file] = sent.json<{ items?: ReadonlyArray<{ id: string }> }>().items ?? [];
      if (file === undefined) throw new Error(sent.body);
      return ask(courier.takeBill, month, { fileId: file.id });
    },
    close: () => app.close(),
  };
}

/** Sets and parcels as the desk and the carrier leave them. */
function createRecords({ pool }: BenchContext['database']) {
  const makerId = newId();
  let last = 0;
  return {
    addSets: async (count: number) => {
      await pool.query(
        `INSERT INTO seals.maker VALUES (1, $1, $2, '91310117MA1T110115', '基准印章', '310117000001', '', 1, 500, 8, true, '', 1, now())`,
        [makerId, newId()],
      );
      await pool.query(
        `INSERT INTO seals.seal_set (centre_id, set_id, number, state, uscc, party_id, firm_name, legal_sealed, licence_id,
           licence_number, licensed_on, case_no, claim_until, maker_id, declined, way, tracking_no, seals, is_remake, is_outdated,
           signed_at, first_signed_on, signed_days, handed_by, steps, version, created_at, updated_at)
         SELECT 1, gen_random_uuid(), 'KZ' || n, 'signed', '91310117' || lpad(n::text, 10, '0'), gen_random_uuid(), '基准公司' || n, '',
           gen_random_uuid(), 'L' || n, date '2026-03-01', '', date '2026-06-01', $1, '[]', 'window', '', '[]', false, false,
           now(), date '2026-03-01' + (n % 28), 1, '', 1, 1, now(), now()
         FROM generate_series(1, $2::int) AS n`,
        [makerId, count],
      );
    },
    /** Signed for in a month, or still moving; gives their numbers. */
    addParcels: async (count: number, month: string | null): Promise<string[]> => {
      const from = last + 1;
      last += count;
      await pool.query(
        `INSERT INTO courier.parcel (centre_id, parcel_id, number, direction, subject_kind, subject_id, subject_no, party_id,
           contents, has_originals, contact_sealed, recipient_shown, place_shown, state, carrier_id, tracking_no, failure,
           created_at, weight_grams, signed_on, signed_at, ended_on, version, updated_at)
         SELECT 1, gen_random_uuid(), 'KD' || lpad(n::text, 12, '0'), 'out', 'cases.case', gen_random_uuid(), '', gen_random_uuid(),
           '许可证', false, '', '', '', $3, $4::uuid, 'YSKD' || lpad(n::text, 12, '0'), '',
           now(), 300, $5::date + (n % 28), CASE WHEN $5::date IS NULL THEN NULL ELSE now() END, $5::date + (n % 28), 1, now()
         FROM generate_series($1::int, $2::int) AS n`,
        [
          from,
          last,
          month === null ? 'moving' : 'signed',
          makerId,
          month === null ? null : `${month}-01`,
        ],
      );
      return Array.from({ length: count }, (_, at) => `KD${String(from + at).padStart(12, '0')}`);
    },
  };
}

const contract = (number: string, line: string, meter: Readonly<Record<string, string>>) => ({
  number,
  name: '基准服务合同',
  type: 'metered',
  year: '2026',
  shares: `${line}=5000000.00`,
  supplier: '基准供应商',
  creditCode: '',
  size: 'small',
  itemNumber: '',
  award: '',
  awardedOn: '',
  price: '5000000.00',
  signedOn: '2026-01-05',
  servesFrom: '2026-01-05',
  servesUntil: '2026-12-31',
  paymentDays: '30',
  instalments: '',
  publishedOn: '',
  publishedAt: '',
  ...meter,
});

const line = (key: string) => ({
  year: '2026',
  key,
  projectCode: '',
  projectName: '基准',
  part: '',
  funcCode: '2019999',
  econCode: '30299',
  amount: '5000000.00',
  document: '基准批复',
});

/** Thresholds and terms of payment. */
const readRules = (): Array<Record<string, string>> =>
  parse(readCentreFile('contracts/rules.csv'), { columns: true });

const SHEETS: Readonly<Record<string, ReadonlyArray<Record<string, string>>>> = {
  'contracts.rules': readRules(),
  'contracts.lines': [line('LB1'), line('LB2')],
  'contracts.contracts': [
    contract('HTB-1', 'LB1', {
      meterPrice: '100.00',
      meterEvent: 'seals.set-issued',
      meterUnit: '套',
    }),
    contract('HTB-2', 'LB2', {
      meterPrice: '12.00',
      meterEvent: 'courier.parcel-sent',
      meterUnit: '件',
    }),
  ],
};
