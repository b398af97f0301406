import { makeDemonstrationMatters } from '#centres/songjiang/generate/matters.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import type { MatterContent } from '#modules/casework/matters/contract.ts';

import { type BenchApp, openBenchApp } from './bench-app.ts';
import { createChance, percentile } from './statistics.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const MATTERS = 10_000;
const BASE = 1_000;
const AT_ONCE = 2_500;
const SEARCHES = 3_000;

/** What people type: official names, parts, common words, pinyin, initials, slips, and as little as one letter. */
const TYPED = [
  '食品经营许可',
  '许可',
  '登记',
  '我要开公司',
  '过户',
  '注销',
  '公共场所卫生',
  '道路运输经营许可证换发',
  '申请变更备案登记手续在哪里办',
  '不存在的事项名称',
  'shipin',
  'xuke',
  'dengji',
  'gongsisheli',
  'spjyxk',
  'xk',
  'dj',
  'g',
  's',
  'licence',
  'registraton',
  '11310117',
  '市场监督管理局 变更',
  '年检',
  '',
];

/** The public looks for a matter among ten thousand, through the whole server. */
export const mattersSearch: Workload = {
  name: 'matters-search',
  title: 'guides found by Chinese, pinyin and initials among 10,000 matters, through the server',
  run: async (context) => {
    const app = await openBenchApp(context.database);
    try {
      return await measure(app, context);
    } finally {
      await app.close();
    }
  },
};

async function measure(app: BenchApp, { say, seed, scale }: BenchContext): Promise<Figure[]> {
  const count = Math.round(MATTERS * scale);
  const loadSeconds = await load(app, count);
  say(`${count} matters imported`);
  const first = await search(app, '许可');
  say('the index is there');
  const chance = createChance(seed);
  const times: number[] = [];
  for (let done = 0; done < Math.round(SEARCHES * scale); done += 1)
    times.push(await search(app, TYPED[chance(TYPED.length)] ?? ''));
  const medians: number[] = [];
  for (const typed of TYPED) medians.push(await medianOf(app, typed));
  return [
    { what: 'matters in force', value: count, unit: '' },
    { what: 'imported and checked in one second', value: count / loadSeconds, unit: '/s' },
    { what: 'first search, which builds the index', value: first, unit: 'ms' },
    { what: 'search, p50', value: percentile(times, 50), unit: 'ms' },
    { what: 'search, p95', value: percentile(times, 95), unit: 'ms', gate: { atMost: 10 } },
    { what: 'search, p99', value: percentile(times, 99), unit: 'ms' },
    { what: 'slowest text, median', value: Math.max(...medians), unit: 'ms' },
  ];
}

async function load(app: BenchApp, count: number): Promise<number> {
  const importer = app.running.importers.find(({ name }) => name === 'matters.catalogue');
  if (importer === undefined) throw new Error('No importer of matters');
  const contents = makeMatters(count);
  const begun = performance.now();
  for (let start = 0; start < contents.length; start += AT_ONCE) {
    const rows = contents.slice(start, start + AT_ONCE).map((content, index) => ({
      rowNumber: index + 1,
      cells: { content: JSON.stringify(content) },
    }));
    await runImport(app.foundation, systemActor(1, 'bench'), importer, 'bench.json', rows);
  }
  return (performance.now() - begun) / 1_000;
}

/** Made-up matters, and the same of other offices under codes of their own. */
function makeMatters(count: number): MatterContent[] {
  const base = makeDemonstrationMatters(Math.min(BASE, count));
  return Array.from({ length: count }, (_, index) => {
    const content = base[index % base.length];
    if (content === undefined) throw new Error('No base');
    const office = Math.floor(index / base.length);
    return office === 0 ? content : ofOffice(content, office);
  });
}

function ofOffice(content: MatterContent, office: number): MatterContent {
  const serial = String(100 + office);
  const taskCode = `${content.taskCode.slice(0, 28)}${serial}`;
  return {
    ...content,
    taskCode,
    catalogCode: taskCode.slice(19),
    name: { ...content.name, zh: `${content.name.zh}（第${office}所）` },
    items: content.items.map((item) => ({
      ...item,
      code: `${taskCode}${item.code.slice(31)}`,
    })),
  };
}

async function search(app: BenchApp, typed: string): Promise<number> {
  const url = `/api/v1/public/guides?limit=20&search=${encodeURIComponent(typed)}`;
  const begun = performance.now();
  const answer = await app.http.inject({ method: 'GET', url });
  const ms = performance.now() - begun;
  if (answer.statusCode !== 200) throw new Error(`${typed}: ${answer.statusCode} ${answer.body}`);
  return ms;
}

async function medianOf(app: BenchApp, typed: string): Promise<number> {
  const times: number[] = [];
  for (let done = 0; done < 5; done += 1) times.push(await search(app, typed));
  return percentile(times, 50);
}
