import { newId } from '#kernel/ids/id.ts';
import { routes } from '#modules/casework/cases/contract.ts';

import { copyToCentres, multiplyCases } from './cases-many.ts';
import { type Hall, openHall } from './cases-setup.ts';
import { median, wallMs } from './statistics.ts';
import { openWire } from './wire.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

/** Cases of one centre, and then centres of the largest of these sizes divided among them. */
const CASES = [10_000, 100_000, 1_000_000] as const;
const CENTRES = [1, 10, 100, 250] as const;
const CASES_EACH = 2_000;
const ROUNDS = 200;
const PAPERS = ['application', 'identity', 'layout', 'report', 'plan'];

/** What one act costs, as the median of its times. */
interface Cost {
  readonly size: number;
  readonly receive: number;
  readonly list: number;
  readonly open: number;
}

/** How the cost of the same act grows with what is stored: a hundred times as much must cost about the same. */
export const growth: Workload = {
  name: 'growth',
  title: 'Growth: the same acts with 10 thousand to a million cases, and beside 1 to 250 centres',
  run: async (context) => {
    const hall = await openHall(context);
    try {
      const first = await receiveMany(hall, hall.matterIds.length);
      const byCentres = await grow(context, hall, CENTRES, async (centres) => {
        const departments = await multiplyCases(context.database, sized(context, CASES_EACH));
        await copyToCentres(context.database, centres);
        return departments;
      });
      const byCases = await grow(context, hall, CASES, (cases) =>
        multiplyCases(context.database, sized(context, cases)),
      );
      context.say(`${first.length} cases received to begin with`);
      return [...toFigures('centres', byCentres), ...toFigures('cases', byCases)];
    } finally {
      await hall.close();
    }
  },
};

const sized = ({ scale }: BenchContext, count: number) => Math.max(100, Math.round(count * scale));

async function grow(
  context: BenchContext,
  hall: Hall,
  sizes: readonly number[],
  fill: (size: number) => Promise<readonly string[]>,
): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const size of sizes) {
    const departments = await fill(size);
    const rounds = Math.max(20, Math.round(ROUNDS * context.scale));
    // The first of each kind warms caches that a running centre has warm.
    await measure(hall, departments, 5);
    const cost = { size, ...(await measure(hall, departments, rounds)) };
    context.say(
      `${size}: receive ${cost.receive.toFixed(2)} ms, list ${cost.list.toFixed(2)} ms, open ${cost.open.toFixed(2)} ms`,
    );
    costs.push(cost);
  }
  return costs;
}

async function measure(
  hall: Hall,
  departments: readonly string[],
  rounds: number,
): Promise<Omit<Cost, 'size'>> {
  const received = await receiveMany(hall, rounds);
  const wire = openWire();
  const read = async (path: string) => {
    const begun = wallMs();
    const answer = await wire.ask(hall.url, { method: 'GET', path, headers: { 'x-actor': 'b' } });
    if (answer.status !== 200) throw new Error(answer.body.slice(0, 500));
    return wallMs() - begun;
  };
  const lists: number[] = [];
  const opened: number[] = [];
  for (const [turn, { id }] of received.entries()) {
    const departmentId = departments[turn % departments.length] ?? '';
    const query = new URLSearchParams({ list: 'all', departmentId, limit: '50' });
    lists.push(await read(`${routes.listCases.path}?${query.toString()}`));
    opened.push(await read(routes.getCase.path.replace(':id', id)));
  }
  wire.close();
  return {
    receive: median(received.map(({ ms }) => ms)),
    list: median(lists),
    open: median(opened),
  };
}

/** Cases through the front door, received and accepted in one act. */
async function receiveMany(
  hall: Hall,
  count: number,
): Promise<Array<{ readonly id: string; readonly ms: number }>> {
  const wire = openWire();
  const received: Array<{ readonly id: string; readonly ms: number }> = [];
  for (let turn = 0; turn < count; turn += 1) {
    const body = JSON.stringify({
      matterId: hall.matterIds[turn % hall.matterIds.length],
      itemKey: 'new',
      partyId: hall.partyId,
      windowId: hall.windowId,
      form: { 'place-name': 'x' },
      papers: PAPERS.map((key) => ({ key, state: 'accepted', originals: 1 })),
      accept: {},
    });
    const begun = wallMs();
    const answer = await wire.ask(hall.url, {
      method: 'POST',
      path: routes.receiveAtWindow.path,
      headers: { 'x-actor': 'b', 'idempotency-key': newId() },
      body,
    });
    if (answer.status !== 201) throw new Error(answer.body.slice(0, 500));
    received.push({ id: (JSON.parse(answer.body) as { id: string }).id, ms: wallMs() - begun });
  }
  wire.close();
  return received;
}

/** Linear growth over two powers of ten would be a hundred times; what is allowed is noise and one more level of an index. */
function toFigures(of: string, costs: readonly Cost[]): Figure[] {
  const [least, most] = [costs[0], costs.at(-1)];
  if (least === undefined || most === undefined) return [];
  const acts = [
    ['receive', 'receive and accept'],
    ['list', 'list of a department'],
    ['open', 'open a case'],
  ] as const;
  return acts.flatMap(([act, words]) => [
    ...costs.map((cost) => ({
      what: `${words}, ${cost.size.toLocaleString('en')} ${of}`,
      value: cost[act],
      unit: 'ms',
    })),
    {
      what: `${words}, most against fewest ${of}`,
      value: most[act] / least[act],
      unit: 'times',
      gate: { atMost: 2 },
    },
  ]);
}
