import type { Finding } from '../finding.ts';
import { toCount } from '../reading/count.ts';
import { toPlain } from '../reading/plain.ts';
import { TABLE_NAMES } from '../reading/table-shapes.ts';
import { TABLE_CODES } from '../template.ts';
import { linesOf, ofProject, raise, type RiskGiven } from './raise.ts';
import { SLIPS } from './slips.ts';

/** Slips, stops, names and the form of figures. */
export function findWordingRisks(given: RiskGiven): Finding[] {
  return [
    ...findSlips(given),
    ...findStops(given),
    ...findSeparators(given),
    ...findShortDecimals(given),
    ...findNames(given),
    ...findTitles(given),
    ...findEarlyTenders(given),
    ...findShortPlans(given),
  ];
}

function findSlips({ book }: RiskGiven): Finding[] {
  return book.prose.flatMap((source) =>
    SLIPS.flatMap(({ pattern, right, severity, zh, en }) => {
      const found = pattern.exec(source.text)?.[0];
      if (found === undefined) return [];
      return [
        raise({
          rule: 'R61',
          severity,
          source,
          place: '文字',
          quote: found,
          left: found,
          right,
          zh,
          en,
          mend: `改为“${right}”。`,
          mendEn: `Write ${right}.`,
        }),
      ];
    }),
  );
}

const LONG = 24;

function findStops({ book }: RiskGiven): Finding[] {
  return book.prose.flatMap((source) => {
    const text = source.text.trim();
    if (text.length < LONG || !text.includes('，') || source.cells !== null) return [];
    if (/[。；：！？:;.!?)）”》]$/.test(text)) return [];
    return [
      raise({
        rule: 'R62',
        severity: 'note',
        source,
        place: '文字',
        quote: text.slice(-30),
        left: text.slice(-1),
        right: '。',
        zh: '句末缺少句号。',
        en: 'The sentence lacks its full stop.',
        mend: '补上句号。',
        mendEn: 'Add it.',
      }),
    ];
  });
}

/** The sum of a sentence's parts is parted by one mark, not by two. */
function findSeparators({ book }: RiskGiven): Finding[] {
  return book.projects.flatMap((project) => {
    const source = project.budget?.source;
    if (source === undefined || project.parts.length < 3) return [];
    const marks = new Set(
      [...source.text.matchAll(/万元([、，,；])(?=[^。]*万元)/g)].map(([, mark]) => mark),
    );
    const own = [...marks].filter((mark) => mark !== undefined);
    const first = /金额为[\d.]+万元，其中/.test(source.text)
      ? own.filter((mark) => mark !== '，')
      : own;
    if (first.length === 0 || own.length < 2) return [];
    return [
      raise({
        rule: 'R63',
        severity: 'note',
        source,
        place: ofProject(project, '预算安排'),
        quote: source.text.slice(-60),
        left: own[0] ?? '',
        right: own[1] ?? '',
        zh: '并列的分项金额混用“、”和“，”。',
        en: 'The parts are separated by two different marks.',
        mend: '统一为一种。',
        mendEn: 'Use one.',
      }),
    ];
  });
}

function findShortDecimals({ book }: RiskGiven): Finding[] {
  return [...book.statements.amounts.values()].flatMap(({ amount, source }) => {
    if (amount.decimals !== 1) return [];
    return [
      raise({
        rule: 'R64',
        severity: 'note',
        source,
        place: '文字',
        quote: amount.text,
        left: amount.text,
        right: amount.text.replace(/(\.\d)/, '$10'),
        zh: '金额只有一位小数，与全文至少两位小数不一致。',
        en: 'One decimal only, where the rest prints at least two.',
        mend: '补足两位小数。',
        mendEn: 'Print two.',
      }),
    ];
  });
}

const bare = (name: string): string => toPlain(name).replaceAll('"', '').replace(/项目$/, '');

function findNames({ book }: RiskGiven): Finding[] {
  return book.projects.flatMap((project) => {
    const { nameInSentence, budget } = project;
    if (nameInSentence === undefined || budget === undefined) return [];
    const title = toPlain(project.title.text).replace(/经费(?:情况)?说明$/, '');
    const isOther =
      bare(title) !== bare(nameInSentence) && bare(project.name) !== bare(nameInSentence);
    const isQuoted = title.includes('"') !== nameInSentence.includes('"');
    if (!isOther && !isQuoted) return [];
    return [
      raise({
        rule: 'R65',
        severity: isOther ? 'warning' : 'note',
        source: budget.source,
        place: ofProject(project, '名称'),
        quote: nameInSentence,
        left: title,
        right: nameInSentence,
        zh: isOther ? '项目名称前后不一致。' : '项目名称的引号前后不一致。',
        en: isOther ? 'The project has two names.' : 'Quotation marks of the name differ.',
        mend: '与项目库中的名称统一。',
        mendEn: 'Use the name of the project pool.',
      }),
    ];
  });
}

function findTitles({ book }: RiskGiven): Finding[] {
  const titles = TABLE_CODES.flatMap((code) => {
    const table = book.tables.get(code);
    return table === undefined ? [] : [{ code, source: table.title }];
  });
  const dated = titles.filter(({ source }) => /^\d{4}年/.test(toPlain(source.text)));
  if (dated.length * 2 < titles.length) return [];
  return titles
    .filter((title) => !dated.includes(title))
    .map(({ code, source }) =>
      raise({
        rule: 'R66',
        severity: 'note',
        source,
        place: `${TABLE_NAMES[code]} · 表名`,
        left: source.text.trim(),
        right: dated[0]?.source.text.trim() ?? '',
        zh: '表名没有年度，与其他各表不一致。',
        en: 'The title lacks the year that the other tables have.',
        mend: '补上年度。',
        mendEn: 'Add the year.',
      }),
    );
}

const EARLY = /(?:\d{4}[年.])?1-(?:\d{4}\.)?2月?[,)].{0,40}(?:招投标|招标|签订)|1-\d{4}\.2/;

/** Contracts signed before the budget can have been approved. */
function findEarlyTenders({ book }: RiskGiven): Finding[] {
  return book.projects.flatMap((project) =>
    linesOf(project, 4).flatMap((source) => {
      const found = EARLY.exec(toPlain(source.text))?.[0];
      if (found === undefined) return [];
      return [
        raise({
          rule: 'R71',
          severity: 'warning',
          source,
          place: ofProject(project, '时间安排'),
          quote: found.slice(0, 60),
          left: '1—2月招标、签约',
          right: '预算批复之后',
          zh: '计划在 1 至 2 月完成招投标并签约，早于部门预算批复，批复前只能安排预算法第五十四条所列支出。',
          en: 'Tender and signing are planned for January and February, before the budget is approved (Budget Law, art. 54).',
          mend: '把签约安排在批复之后，或说明提前采购的批准。',
          mendEn: 'Sign after the approval, or cite leave to procure earlier.',
        }),
      ];
    }),
  );
}

const FINISHED =
  /(?:20\d\d年)?(\d{1,2})月(?:底前)?,?(?:项目)?完成(?:项目)?验收|预计于\d{4}年(\d{1,2})月底前完成|时间:\d{4}\.(\d{1,2})\)/;

/** A plan that ends earlier than the period says. */
function findShortPlans({ book }: RiskGiven): Finding[] {
  return book.projects.flatMap((project) => {
    const { period } = project;
    if (period === undefined || !period.end.endsWith('-12-31')) return [];
    const months = linesOf(project, 4).flatMap(({ text }) => {
      const month = FINISHED.exec(toPlain(text))
        ?.slice(1)
        .find((one) => one !== undefined);
      return month === undefined || toCount(month) > 11 ? [] : [month];
    });
    const [month] = months;
    if (month === undefined) return [];
    return [
      raise({
        rule: 'R72',
        severity: 'note',
        source: period.source,
        place: ofProject(project, '实施周期'),
        quote: period.source.text,
        left: `${month}月完成`,
        right: period.end,
        zh: `实施方案写 ${month} 月完成，实施周期却到 ${period.end}，两处不一致。`,
        en: `The plan ends in month ${month}, the period on ${period.end}.`,
        mend: '按实施方案填写周期。',
        mendEn: 'Let the period follow the plan.',
      }),
    ];
  });
}
