import { systemActor } from '#kernel/access/system-actor.ts';
import { createCalendarApi } from '#kernel/calendar/calendar-api.ts';
import { newId } from '#kernel/ids/id.ts';
import { staffWith } from '#test/support/actors.ts';
import { type Answer, startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import {
  type ApprovedLine,
  type DocumentBody,
  type NewContract,
  permissions,
  routes,
  type YearRules,
} from '../contract.ts';
import { type ContractsApi, createApi } from './api.ts';
import { openLines } from './open-year.ts';
import { saveRules } from './repository-items.ts';
import { insertCounted } from './repository-meters.ts';

export const YEAR = 2026;

const RULES: YearRules = {
  year: YEAR,
  threshold: { goods: '1000000.00', works: '1000000.00', services: '1000000.00' },
  openTender: { goods: '4000000.00', works: '4000000.00', services: '4000000.00' },
  reserveWholeUpTo: { goods: '2000000.00', works: '4000000.00', services: '2000000.00' },
  reserveShare: '30',
  smallMicroShare: '60',
  paymentDays: 30,
  paymentDaysAtMost: 60,
  publicationDays: 2,
  source: '演示',
};

const { view, prepare, check, approve, manageRules } = permissions;
const may = (...names: ReadonlyArray<{ readonly name: string }>) => names.map((one) => one.name);

/** Finance staff of a centre, three different people, and a viewer. */
export const people = {
  viewer: staffWith(may(view)),
  maker: staffWith(may(view, prepare), undefined, { name: '经办甲' }),
  checker: staffWith(may(view, check, manageRules), undefined, { name: '审核乙' }),
  approver: staffWith(may(view, approve), undefined, { name: '批准丙' }),
  /** Holds everything, and still cannot sign twice. */
  everything: staffWith(may(view, prepare, check, approve)),
};

/** What any act on a document answers. */
type Said = Promise<
  Pick<Answer<typeof routes.prepareDocument>, 'status' | 'problem' | 'text' | 'body'>
>;

export interface Bench {
  readonly app: TestApp;
  /** The door for other modules. */
  readonly api: ContractsApi;
  /** A new line with so much on it; gives its id. */
  openLine(amountFen: bigint, more?: Partial<ApprovedLine>): Promise<string>;
  /** Events that a meter counts. */
  count(eventType: string, days: ReadonlyArray<readonly [string, number]>): Promise<void>;
  prepare(body: DocumentBody): Said;
  /** Made, checked and approved by three people; gives the answer of the last act. */
  pass(body: DocumentBody): Said;
  /** What a line holds now. */
  figures(lineId: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

const noFile = () => Promise.reject(new Error('No file belongs to this test.'));
const noFiles = { attach: noFile, getFile: noFile };

const send = (app: TestApp, body: DocumentBody): Said =>
  app.send(people.maker, routes.prepareDocument, { body: { body, reason: '演示' } });

export async function startBench(): Promise<Bench> {
  const app = await startTestApp();
  const { database, clock } = app;
  const actor = systemActor(TEST_CENTRE, 'test');
  await database.transaction(async (tx) => saveRules(tx, TEST_CENTRE, RULES));
  const prepareOne = (body: DocumentBody) => send(app, body);
  return {
    app,
    api: createApi({ database, clock, calendar: createCalendarApi(), files: noFiles }),
    prepare: prepareOne,
    openLine: async (amountFen, more = {}) => {
      const line = aLine(amountFen, more);
      await database.transaction((tx) => openLines({ clock }, tx, actor, YEAR, [line]));
      const { body } = await app.send(people.viewer, routes.listLines, { query: { year: YEAR } });
      return body.items.find((one) => one.key === line.key)?.id ?? '';
    },
    count: (eventType, days) =>
      database.transaction(async (tx) =>
        insertCounted(
          tx,
          days.map(([day, quantity]) => ({
            centre_id: TEST_CENTRE,
            event_type: eventType,
            event_key: newId(),
            day,
            quantity,
            settlement_id: null,
            proposal_id: null,
          })),
        ),
      ),
    pass: async (body): Said => {
      const made = await prepareOne(body);
      if (made.problem !== undefined) return made;
      const params = { id: made.body.id };
      const sign = (version: number) => ({ params, body: { version, note: '' } });
      const checked = await app.send(people.checker, routes.checkDocument, sign(1));
      if (checked.problem !== undefined) return checked;
      return app.send(people.approver, routes.approveDocument, sign(2));
    },
    figures: async (lineId) => {
      const { body } = await app.send(people.viewer, routes.listLines, { query: { year: YEAR } });
      const found = body.items.find((one) => one.id === lineId)?.figures;
      return found === undefined ? {} : { ...found };
    },
    close: () => app.close(),
  };
}

function aLine(amountFen: bigint, more: Partial<ApprovedLine>): ApprovedLine {
  return {
    key: `L${newId()}`,
    projectCode: 'P04',
    projectName: '信息化终端维护项目',
    part: '',
    funcCode: '2019999',
    econCode: '',
    amountFen,
    document: '批复〔2026〕1号',
    ...more,
  };
}

/** A milestone contract of 30/40/30 over one line. */
export function aContract(
  lineId: string,
  price: string,
  more: Partial<NewContract> = {},
): NewContract {
  return {
    kind: 'contract',
    number: `HT-${newId().slice(-12)}`,
    name: '终端维护合同',
    type: 'milestone',
    supplier: { name: '上海演示科技有限公司', creditCode: '', size: 'small' },
    itemId: null,
    award: null,
    awardedOn: null,
    price,
    signedOn: '2026-01-16',
    servesFrom: '2026-01-16',
    servesUntil: '2026-12-31',
    shares: [{ lineId, amount: price }],
    instalments: [
      { label: '合同签订后', percent: '30', trigger: { on: 'signed' } },
      { label: '服务期满9个月后', percent: '40', trigger: { on: 'months-served', months: 9 } },
      { label: '结束服务期并通过验收后', percent: '30', trigger: { on: 'served-and-accepted' } },
    ],
    meter: null,
    ...more,
  };
}
