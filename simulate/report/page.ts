import { bars, createScale, frame, level, line, svg } from './charts.ts';
import { STYLE } from './style.ts';
import type { Summary } from './summary.ts';

const HOUR = 60;

/** The report as one page that needs nothing else, in Chinese with English beside it. */
export function toPage(summary: Summary): string {
  const { options, figures, verdicts, latencies } = summary;
  const title = `一窗 · ${options.day} 大厅一日 A day at the centre`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head><body><main>
<header><h1>${options.day} 大厅一日<small lang="en">A day at the centre</small></h1>
<p class="verdict" data-right="${summary.isRight}">${summary.isRight ? '全部不变式成立 All invariants kept' : '有不变式被破坏 Some invariants broken'}</p></header>
<section class="facts">${toFacts(summary)}</section>
<div class="charts">
${chart('取号与等候', 'Tickets and people waiting', drawHall(summary), [
  ['issued', '每刻钟取号 tickets a quarter'],
  ['waiting', '等候人数 waiting'],
])}
${chart('等候时间', 'Waiting time', drawWaits(summary), [
  ['p50', '中位数，分钟 median, minutes'],
  ['p90', '第九十百分位 90th percentile'],
  ['target', `目标 target ${figures.waitMinutes.target}`],
])}
${chart('预测误差', 'Forecast error', drawErrors(summary), [['errors', '人次，按预测减实际的分钟数 visits by forecast less actual minutes']])}
<section><h2>办理结果<small lang="en">What the visits came to</small></h2>${toOutcomes(figures)}</section>
</div>
<section><h2>不变式<small lang="en">Invariants</small></h2><ul class="verdicts">${verdicts
    .map(
      ({ zh, en, looked, violations }) =>
        `<li data-kept="${violations.length === 0}"><b>${violations.length === 0 ? '✓' : '✗'}</b> ${escape(zh)} <span lang="en">${escape(en)}</span><em>${looked.toLocaleString('en')}</em>${violations
          .slice(0, 5)
          .map((one) => `<code>${escape(one)}</code>`)
          .join('')}</li>`,
    )
    .join('')}</ul></section>
<section><h2>各接口用时（毫秒）<small lang="en">Latency by act, milliseconds</small></h2>
<div class="wide"><table><thead><tr><th>操作 Act</th><th>次数 Count</th><th>p50</th><th>p95</th><th>p99</th><th>最长 Longest</th></tr></thead><tbody>${latencies
    .map(
      ({ act, count, p50, p95, p99, most }) =>
        `<tr><td><code>${act}</code></td>${[count, p50, p95, p99, most].map((value) => `<td>${value.toLocaleString('en')}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></div></section>
<footer>npm run simulate -- --day ${options.day} --visits ${options.visits} --seed ${options.seed} --speed ${options.speed}${options.chaos ? ' --chaos' : ''}</footer>
</main></body></html>
`;
}

const chart = (
  zh: string,
  en: string,
  drawing: string,
  legend: ReadonlyArray<readonly [name: string, words: string]>,
) =>
  `<section><h2>${zh}<small lang="en">${en}</small></h2>${drawing}<p class="legend">${legend.map(([name, words]) => `<span class="${name}-key"></span>${words}`).join('')}</p></section>`;

function toFacts({ figures, options }: Summary): string {
  const { waitMinutes, forecastErrorMinutes } = figures;
  const facts: Array<readonly [value: string, zh: string, en: string]> = [
    [figures.ticketsDrawn.toLocaleString('en'), '取号', 'tickets'],
    [figures.visitsFinished.toLocaleString('en'), '办结', 'visits finished'],
    [figures.cases.toLocaleString('en'), '收件', 'cases received'],
    [figures.windowsStaffed.toLocaleString('en'), '开放窗口', 'windows staffed'],
    [`${waitMinutes.mean ?? '–'} 分`, '平均等候', 'mean wait, minutes'],
    [
      `${(waitMinutes.withinTarget * 100).toFixed(1)}%`,
      `${waitMinutes.target} 分钟内叫号`,
      'called within target',
    ],
    [`${forecastErrorMinutes.meanAbsolute ?? '–'} 分`, '预测平均误差', 'forecast error, minutes'],
    [figures.requestsPerSecond.toLocaleString('en'), '请求/秒', 'requests a second'],
    [`${figures.wallSeconds} 秒`, '一日用时', 'seconds for the day'],
    ...(options.chaos ? toChaosFacts(figures) : []),
  ];
  return facts
    .map(
      ([value, zh, en]) =>
        `<div><strong>${value}</strong>${zh}<small lang="en">${en}</small></div>`,
    )
    .join('');
}

function toChaosFacts({
  kills,
  cutConnections,
  sentAgain,
  secondsUntilAnswering,
}: Summary['figures']): Array<readonly [value: string, zh: string, en: string]> {
  const again = sentAgain.beside + sentAgain.after + sentAgain.later;
  return [
    [String(kills), '随机杀死进程', 'processes killed'],
    [cutConnections.toLocaleString('en'), '切断连接', 'connections cut'],
    [again.toLocaleString('en'), '重复与乱序请求', 'requests sent again'],
    [`${secondsUntilAnswering?.most ?? '–'} 秒`, '最长恢复', 'longest recovery, seconds'],
  ];
}

const hoursBetween = (from: number, to: number): Array<readonly [number, string]> => {
  const hours: Array<readonly [number, string]> = [];
  for (let at = Math.ceil(from / HOUR) * HOUR; at <= to; at += HOUR)
    hours.push([at, `${at / HOUR}:00`]);
  return hours;
};

function spanOf({ quarters }: Summary): readonly [number, number] {
  return [quarters[0]?.from ?? 0, (quarters.at(-1)?.from ?? 0) + 15];
}

function drawHall(summary: Summary): string {
  const { quarters } = summary;
  const [from, to] = spanOf(summary);
  const most = Math.max(1, ...quarters.flatMap(({ issued, waiting }) => [issued, waiting]));
  const scale = createScale(from, to, most);
  return svg(
    `${frame(scale, hoursBetween(from, to))}${bars(
      scale,
      quarters.map((one) => [one.from, one.issued]),
      { width: 15, name: 'issued' },
    )}${line(
      scale,
      quarters.map((one) => [one.from + 15, one.waiting]),
      'waiting',
    )}`,
    '取号与等候 Tickets and people waiting',
  );
}

function drawWaits(summary: Summary): string {
  const { quarters, figures } = summary;
  const [from, to] = spanOf(summary);
  const { target } = figures.waitMinutes;
  const scale = createScale(from, to, Math.max(target, ...quarters.map((one) => one.p90Wait ?? 0)));
  return svg(
    `${frame(scale, hoursBetween(from, to))}${line(
      scale,
      quarters.map((one) => [one.from + 7.5, one.p90Wait]),
      'p90',
    )}${line(
      scale,
      quarters.map((one) => [one.from + 7.5, one.p50Wait]),
      'p50',
    )}${level(scale, target, 'target')}`,
    '等候时间 Waiting time',
  );
}

function drawErrors({ errors }: Summary): string {
  const first = errors[0]?.from ?? 0;
  const step = (errors[1]?.from ?? 1) - first;
  const last = first + errors.length * step;
  const scale = createScale(first, last, Math.max(1, ...errors.map(({ count }) => count)));
  const labels = errors
    .filter(({ from }) => from % 10 === 0)
    .map(({ from }) => [from, `${from > 0 ? '+' : ''}${from}`] as const);
  return svg(
    `${frame(scale, labels)}${bars(
      scale,
      errors.map(({ from, count }) => [from, count]),
      { width: first + step - first, name: 'errors' },
    )}`,
    '预测误差 Forecast error',
  );
}

function toOutcomes({ outcomes }: Summary['figures']): string {
  const most = Math.max(1, ...outcomes.map(({ count }) => count));
  return `<dl class="outcomes">${outcomes
    .map(
      ({ zh, en, count }) =>
        `<dt>${zh} <small lang="en">${en}</small></dt><dd><span style="width:${((count / most) * 100).toFixed(1)}%"></span>${count.toLocaleString('en')}</dd>`,
    )
    .join('')}</dl>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
