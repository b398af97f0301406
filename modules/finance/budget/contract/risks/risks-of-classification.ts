import { toYuanText } from '#kernel/money/fen.ts';
import { findRatio, formatPercent } from '#kernel/money/percent.ts';

import type { Finding } from '../finding.ts';
import { TOTAL_KEY } from '../reading/read-table.ts';
import { itemsOf } from '../rules/table-look.ts';
import { allLinesOf, findLine, linesOf, ofProject, raise, type RiskGiven } from './raise.ts';

/** Money that is booked where nobody can see what it is for. */
export function findClassificationRisks(given: RiskGiven): Finding[] {
  return [
    ...findOtherFunctions(given),
    ...findOtherGoods(given),
    ...findPayInProjects(given),
    ...findRunningCosts(given),
    ...findAid(given),
    ...findPurposes(given),
  ];
}

const HALF = 5_000n;
const FIFTH = 2_000n;
const percent = (part: bigint, whole: bigint): bigint => findRatio(part, whole) ?? 0n;

function findOtherFunctions({ look }: RiskGiven): Finding[] {
  const table = look.table('T3');
  const total = look.total('T3');
  return (table === undefined ? [] : itemsOf(table)).flatMap((row) => {
    const fen = row.values.get('total')?.fen ?? 0n;
    const share = percent(fen, total);
    if (!row.key.endsWith('99') || share < HALF) return [];
    return [
      raise({
        rule: 'R41',
        severity: 'warning',
        source: row.source,
        place: `表3 · ${row.key} ${row.name}`,
        left: fen,
        right: total,
        zh: `${formatPercent(share)} 的支出列在“${row.name}”，属于兜底的“其他”科目；政务服务可以列入政务公开审批（2010306）、事业运行（2010350）等明确科目。`,
        en: `${formatPercent(share)} of all spending is booked to a catch-all item, where its purpose cannot be seen.`,
        mend: '与财政部门核对科目，改列明确的项级科目。',
        mendEn: 'Agree with the finance bureau on items that name the purpose.',
      }),
    ];
  });
}

function findOtherGoods({ look }: RiskGiven): Finding[] {
  const row = look.row('T8', '30299');
  const fen = look.fen('T8', '30299', 'total');
  const whole = look.fen('T8', '302', 'total');
  const share = percent(fen, whole);
  if (row === undefined || share < FIFTH) return [];
  return [
    raise({
      rule: 'R42',
      severity: 'warning',
      source: row.source,
      place: '表8 · 30299 其他商品和服务支出',
      left: fen,
      right: whole,
      zh: `其他商品和服务支出 ${toYuanText(fen)} 元，占商品和服务支出的 ${formatPercent(share)}，用途没有说明。`,
      en: `Other goods and services are ${formatPercent(share)} of goods and services, and their purpose is not said.`,
      mend: '细化到具体科目，或说明用途。',
      mendEn: 'Divide it over named items, or say what it is for.',
    }),
  ];
}

function findPayInProjects({ book, look }: RiskGiven): Finding[] {
  return book.projects.flatMap((project) => {
    const found = findLine(
      [...linesOf(project, 1), ...linesOf(project, 6)],
      /[^，。]*工资[^，。]*/,
    );
    const fen = project.budget?.amount.fen;
    if (found === undefined || fen === undefined) return [];
    const whole = look.total('T3', 'project');
    return [
      raise({
        rule: 'R43',
        severity: 'warning',
        source: project.budget?.source ?? found.source,
        place: ofProject(project, '经济分类'),
        quote: found.match,
        left: fen,
        right: whole,
        zh: `人员工资列为项目支出 ${toYuanText(fen)} 元（占项目支出 ${formatPercent(percent(fen, whole))}），年年发生，不在表8人员经费和控制数中反映。`,
        en: `Pay of ${toYuanText(fen)} yuan is budgeted as a project, though it recurs each year and is not in the personnel spending of table 8.`,
        mend: '说明编外用工的批准文件和标准，按劳务费等经济科目列示。',
        mendEn: 'Cite the approval and the standard, and show it under its economic item.',
      }),
    ];
  });
}

/** Running costs that table 8 has a line for, and which a project pays instead. */
const RUNNING: ReadonlyArray<readonly [RegExp, string, string]> = [
  [/电话|宽带|电信/, '30207', '邮电费'],
  [/服装|工作服/, '30224', '被装购置费'],
];

function findRunningCosts({ book, look }: RiskGiven): Finding[] {
  return book.projects.flatMap((project) =>
    RUNNING.flatMap(([pattern, item, name]) => {
      const row = look.row('T8', item);
      const source = project.budget?.source;
      const isPaid = findLine(linesOf(project, 6), pattern) !== undefined;
      if (row === undefined || source === undefined || !isPaid) return [];
      if (look.cell('T8', item, 'total') !== undefined) return [];
      return [
        raise({
          rule: 'R44',
          severity: 'warning',
          source,
          place: ofProject(project, '经济分类'),
          quote: source.text.slice(0, 80),
          left: project.budget?.amount.fen ?? '',
          right: `表8 ${item} ${name} 空白`,
          zh: `日常公用支出列入项目，而表8“${name}”为空，基本支出因此偏低。`,
          en: `A running cost is budgeted as a project while its item in table 8 is blank, so basic spending looks smaller than it is.`,
          mend: '属于日常公用的列入基本支出，或说明作为项目的理由。',
          mendEn: 'Move it to basic spending, or say why it is a project.',
        }),
      ];
    }),
  );
}

function findAid({ book, look }: RiskGiven): Finding[] {
  const row = look.table('T1')?.rows.find(({ key }) => key === '援助其他地区支出');
  const isBlank = row !== undefined && row.values.size === 0;
  return book.projects.flatMap((project) => {
    const found = findLine(
      [project.title, ...linesOf(project, 1)],
      /对口(?:地区)?支援|对口地区|援助/,
    );
    if (found === undefined || !isBlank) return [];
    return [
      raise({
        rule: 'R45',
        severity: 'warning',
        source: project.budget?.source ?? found.source,
        place: ofProject(project, '功能分类'),
        quote: found.match,
        left: project.budget?.amount.fen ?? '',
        right: '表1 援助其他地区支出 空白',
        zh: '支援对口地区的支出没有列入“援助其他地区支出”（219），资产赠与的批准和处置手续也没有说明。',
        en: 'Aid to another region is not booked as such (219), and how the gift of assets was approved is not said.',
        mend: '核对功能科目，补充资产捐赠的批准文件。',
        mendEn: 'Check the function, and cite the approval of the gift.',
      }),
    ];
  });
}

/** What a subject is said to be for, against where the tables have it. */
function findPurposes({ book, look }: RiskGiven): Finding[] {
  return book.statements.subjects.flatMap((subject) => {
    const row = look
      .table('T3')
      ?.rows.find(
        ({ key, name }) => key.length === 7 && name.replaceAll(/\s/g, '') === subject.name,
      );
    if (row === undefined) return [];
    const findings: Finding[] = [];
    const retired = look.fen('T3', '2080502', 'basic');
    const subsidies = look.fen('T8', '303', 'total');
    const isElsewhere = row.key !== '2080502' && subsidies > 0n && retired >= subsidies;
    if (isElsewhere && subject.purpose.includes('对个人和家庭的补助'))
      findings.push(
        raise({
          rule: 'R46',
          severity: 'warning',
          source: subject.source,
          place: `文字 · 科目 ${subject.name}`,
          quote: '对个人和家庭的补助',
          left: '0.00',
          right: subsidies,
          zh: `文字说“${subject.name}”用于对个人和家庭的补助，但表8该类 ${toYuanText(subsidies)} 元全部在事业单位离退休科目中。`,
          en: 'The text says that this subject pays subsidies to persons, but all of class 303 is booked to retired staff.',
          mend: '改正用途的表述。',
          mendEn: 'Correct what it is said to be for.',
        }),
      );
    const project = row.values.get('project')?.fen ?? 0n;
    const total = row.values.get('total')?.fen ?? 0n;
    if (percent(project, total) >= HALF && !subject.purpose.includes('项目'))
      findings.push(
        raise({
          rule: 'R47',
          severity: 'warning',
          source: subject.source,
          place: `文字 · 科目 ${subject.name}`,
          left: project,
          right: total,
          zh: `该科目 ${formatPercent(percent(project, total))} 是项目支出，用途说明只字未提。`,
          en: `${formatPercent(percent(project, total))} of this subject is project spending, which its purpose does not mention.`,
          mend: '在用途中写明项目支出。',
          mendEn: 'Mention projects in the purpose.',
        }),
      );
    return findings;
  });
}

const OF_REASON = /主要原因是项目支出(?:增加|减少)/;

/** Reasons that explain nothing, data of an odd day, quantities without a price. */
export function findExplanationRisks({ book, look }: RiskGiven): Finding[] {
  const findings: Finding[] = [];
  const reason = findLine(book.prose, OF_REASON);
  const change = book.statements.amounts.get('incomeFiscal')?.change?.amount;
  if (reason !== undefined)
    findings.push(
      raise({
        rule: 'R51',
        severity: 'warning',
        source: reason.source,
        place: '文字 · 增减原因',
        quote: reason.match,
        left: change?.fen ?? '',
        right: look.cell('T3', TOTAL_KEY, 'project')?.fen ?? '',
        zh: '增减原因只写“项目支出增加”，没有说明是哪些项目、各增加多少。',
        en: 'The reason given is only that projects grew; which ones and by how much is not said.',
        mend: '列出主要增减的项目和金额。',
        mendEn: 'Name the projects and amounts.',
      }),
    );
  const assets = findLine(book.prose, /截至(\d{4})年(\d{1,2})月(\d{1,2})日/);
  if (assets !== undefined && !assets.match.includes('12月31日'))
    findings.push(
      raise({
        rule: 'R52',
        severity: 'note',
        source: assets.source,
        place: '文字 · 国有资产占有使用情况',
        quote: assets.match,
        left: assets.match,
        right: book.year === undefined ? '' : `${book.year - 1}年12月31日`,
        zh: '资产数据不是上年末的，与决算和资产年报不能直接核对。',
        en: 'The data on assets is not of the end of last year and cannot be compared with the annual report.',
        mend: '改用上年 12 月 31 日的数据，或注明口径。',
        mendEn: 'Use the data of 31 December, or say why not.',
      }),
    );
  return [...findings, ...book.projects.flatMap((project) => findQuantities(project))];
}

const NUMERALS: Readonly<Record<string, string>> = { 一: '1', 两: '2', 二: '2', 三: '3' };

function findQuantities(project: RiskGiven['book']['projects'][number]): Finding[] {
  const fen = project.budget?.amount.fen;
  const source = project.budget?.source;
  if (fen === undefined || source === undefined) return [];
  const lines = [...linesOf(project, 1), ...linesOf(project, 4), ...linesOf(project, 6)];
  const found =
    findLine(lines, /\d{2,6}(?:套|台|个)(?:左右|网上|短)/) ??
    findLine(lines, /[两二三](?:套|台)(?:左右|自助|设备)?/);
  if (found === undefined) {
    const isGoods = findLine(allLinesOf(project), /服装|工作服/) !== undefined;
    if (!isGoods) return [];
    return [
      raise({
        rule: 'R53',
        severity: 'warning',
        source,
        place: ofProject(project, '预算安排'),
        quote: source.text.slice(0, 80),
        left: fen,
        right: '',
        zh: '没有写数量和单价，预算金额无法验证。',
        en: 'Neither quantity nor price is given, so the amount cannot be checked.',
        mend: '写明数量、单价和标准。',
        mendEn: 'Give quantity, price and standard.',
      }),
    ];
  }
  const number = /\d+|[一两二三]/.exec(found.match)?.[0] ?? '1';
  const count = BigInt(NUMERALS[number] ?? number);
  if (count < 2n || fen % count !== 0n) return [];
  return [
    raise({
      rule: 'R54',
      severity: 'note',
      source: found.source,
      place: ofProject(project, '数量与单价'),
      quote: found.match,
      left: fen,
      right: fen / count,
      zh: `${toYuanText(fen)} 元 ÷ ${count} = 每份 ${toYuanText(fen / count)} 元；单价和定价依据没有公开${/左右/.test(found.match) ? '，数量只是估计' : ''}。`,
      en: `The budget divides into ${toYuanText(fen / count)} yuan each; the price and its basis are not published.`,
      mend: '公开单价及其依据。',
      mendEn: 'Publish the price and its basis.',
    }),
  ];
}
