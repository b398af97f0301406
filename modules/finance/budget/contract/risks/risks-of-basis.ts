import type { Finding } from '../finding.ts';
import { toCount } from '../reading/count.ts';
import { toPlain } from '../reading/plain.ts';
import type { ReadProject } from '../reading/read-projects.ts';
import type { SourceLine } from '../reading/source.ts';
import { findLine, linesOf, ofProject, raise, type RiskGiven } from './raise.ts';

/** What projects are founded on: no document, an old one, an internal one, the same words twice. */
export function findBasisRisks({ book }: RiskGiven): Finding[] {
  const { year, projects } = book;
  return [
    ...projects.flatMap((project) => [
      ...findMissing(project),
      ...(year === undefined ? [] : findOld(project, year)),
      ...findTrial(project),
      ...findInternal(project),
      ...findForm(project),
    ]),
    ...findNumbers(projects),
    ...findRepeated(projects, book.prose),
    ...findOffices(projects),
  ];
}

function findMissing(project: ReadProject): Finding[] {
  const basis = linesOf(project, 2);
  const [first] = basis;
  if (first === undefined || basis.some(({ text }) => /《[^》]+》/.test(text))) return [];
  const named = findLine(basis, /(?:要点|方案|通知|规定|办法)[^。]*/);
  return [
    raise({
      rule: 'R17',
      severity: 'warning',
      source: first,
      place: ofProject(project, '立项依据'),
      quote: first.text.slice(0, 60),
      left: named === undefined ? '无文件' : '文件没有书名号、年份和文号',
      right: '文件名称、文号',
      zh:
        named === undefined
          ? '立项依据没有列出任何文件。'
          : '立项依据提到的文件没有全称、年份和文号，无法查对。',
      en:
        named === undefined
          ? 'No document is cited as the basis of this project.'
          : 'The document cited has no full title, year or number and cannot be looked up.',
      mend: '列出文件全称、发文机关、文号和年份。',
      mendEn: 'Give full title, issuer, number and year.',
    }),
  ];
}

function findOld(project: ReadProject, year: number): Finding[] {
  return linesOf(project, 2).flatMap((source) =>
    [...source.text.matchAll(/《[^《》]*?(20\d\d)年[^《》]*(?:〈[^〉]*〉[^《》]*)?》/g)].flatMap(
      ([title, named = '']) => {
        const cited = toCount(/(20\d\d)年/.exec(title)?.[1] ?? named);
        if (cited >= year) return [];
        return [
          raise({
            rule: 'R16',
            severity: 'warning',
            source,
            place: ofProject(project, '立项依据'),
            quote: title,
            left: `${cited}年`,
            right: `${year}年`,
            zh: `${year}年的项目以${cited}年的文件为依据，是否仍然有效、是否覆盖本年度没有说明。`,
            en: `A project of ${year} rests on a document of ${cited}; whether it still applies is not said.`,
            mend: '改引现行文件，或说明沿用的理由。',
            mendEn: 'Cite the document in force, or say why the older one still applies.',
          }),
        ];
      },
    ),
  );
}

function findTrial(project: ReadProject): Finding[] {
  const found = findLine(linesOf(project, 2), /《[^》]*试行[^》]*》/);
  if (found === undefined) return [];
  return [
    raise({
      rule: 'R18',
      severity: 'note',
      source: found.source,
      place: ofProject(project, '立项依据'),
      quote: found.match,
      left: '试行',
      right: '',
      zh: '依据是试行文件，试行期限没有说明。',
      en: 'The basis is a trial rule, and how long it is tried is not said.',
      mend: '说明试行期限，到期的换用正式文件。',
      mendEn: 'Give the term of the trial; replace it once it has ended.',
    }),
  ];
}

function findInternal(project: ReadProject): Finding[] {
  const found = findLine(linesOf(project, 2), /《[^》]*(?:科室职能|人员职数|干部职数)[^》]*》/);
  if (found === undefined) return [];
  const isOnly = (found.source.text.match(/《/g) ?? []).length === 1;
  if (!isOnly) return [];
  return [
    raise({
      rule: 'R19',
      severity: 'warning',
      source: found.source,
      place: ofProject(project, '立项依据'),
      quote: found.match,
      left: found.match,
      right: '',
      zh: '唯一的文件依据是内部机构编制规定，没有规定这项支出及其标准。',
      en: 'The only document cited is an internal rule on staffing, which founds no spending and no standard.',
      mend: '补充设立该项目、规定支出标准的文件。',
      mendEn: 'Cite a document that founds the project and its standard of spending.',
    }),
  ];
}

/** Most projects part 文件依据 from 工作职能; the rest mix them. */
function findForm(project: ReadProject): Finding[] {
  const basis = linesOf(project, 2);
  const [first] = basis;
  if (first === undefined) return [];
  const isParted = basis.some(({ text }) => /文件依据/.test(text));
  if (isParted) return [];
  return [
    raise({
      rule: 'R20',
      severity: 'note',
      source: first,
      place: ofProject(project, '立项依据'),
      quote: first.text.slice(0, 60),
      left: '未分列',
      right: '1、文件依据；2、工作职能',
      zh: '立项依据没有像其他项目那样分列“文件依据”和“工作职能”。',
      en: 'The basis is not divided into documents and duties as in other projects.',
      mend: '按统一格式分列。',
      mendEn: 'Divide it as the others are.',
    }),
  ];
}

function findNumbers(projects: readonly ReadProject[]): Finding[] {
  const cited = projects.flatMap((project) =>
    linesOf(project, 2).flatMap((source) =>
      [...source.text.matchAll(/《[^》]+》([（(][^）)]*[）)])?/g)].map((match) => ({
        source,
        hasNumber: /\d/.test(match[1] ?? ''),
      })),
    ),
  );
  const without = cited.filter(({ hasNumber }) => !hasNumber);
  const [first] = without;
  if (first === undefined) return [];
  return [
    raise({
      rule: 'R21',
      severity: 'note',
      source: first.source,
      place: '立项依据',
      quote: `${without.length} / ${cited.length}`,
      left: `${without.length} 处无文号`,
      right: `${cited.length} 处引用`,
      zh: `立项依据引用文件 ${cited.length} 处，其中 ${without.length} 处没有文号。`,
      en: `Documents are cited ${cited.length} times, ${without.length} of them without a number.`,
      mend: '补上文号。',
      mendEn: 'Add their numbers.',
    }),
  ];
}

/** Shorter sentences are alike by chance or by form. */
const LONG = 40;

/** A sentence without the label before it. */
const toCore = (text: string): string =>
  toPlain(text).replace(/^(?:-?\d+[、.])?(?:(?:文件依据|工作职能):)?/, '');

interface Sentence {
  readonly project: ReadProject;
  readonly source: SourceLine;
  readonly text: string;
}

function listSentences(projects: readonly ReadProject[]): Sentence[] {
  return projects.flatMap((project) =>
    [1, 2, 4]
      .flatMap((section) => linesOf(project, section))
      .flatMap((source) => source.text.split(/(?<=。)/).map((text) => ({ project, source, text }))),
  );
}

/** The same sentence in two projects; what merely repeats a duty of the department is none. */
function findRepeated(projects: readonly ReadProject[], prose: readonly SourceLine[]): Finding[] {
  const first = projects[0]?.title.number ?? 0;
  const duties = new Set(
    prose.filter(({ number }) => number < first).map(({ text }) => toCore(text)),
  );
  const seen = new Map<string, Sentence>();
  const told = new Map<string, Finding>();
  for (const sentence of listSentences(projects)) {
    const plain = toCore(sentence.text);
    if (plain.length < LONG || /支付/.test(plain) || duties.has(plain)) continue;
    const earlier = seen.get(plain);
    if (earlier === undefined || earlier.project === sentence.project) seen.set(plain, sentence);
    else {
      const pair = `${earlier.source.number}-${sentence.source.number}`;
      if (!told.has(pair)) told.set(pair, toRepeated(sentence, earlier));
    }
  }
  return [...told.values()];
}

function toRepeated({ project, source, text }: Sentence, earlier: Sentence): Finding {
  return raise({
    rule: 'R22',
    severity: 'warning',
    source,
    place: ofProject(project, '重复文字'),
    quote: text.slice(0, 80),
    left: `第 ${source.number} 行`,
    right: `第 ${earlier.source.number} 行（${earlier.project.name}）`,
    zh: `与项目“${earlier.project.name}”的文字完全相同，两个项目的依据或内容可能重复。`,
    en: 'The same words stand in another project; the two may overlap.',
    mend: '分别写明各自的依据和内容，核对两个项目是否重复安排经费。',
    mendEn: 'State each on its own, and check that money is not given twice.',
  });
}

function findOffices(projects: readonly ReadProject[]): Finding[] {
  const without = projects.filter(
    (project) =>
      findLine([...linesOf(project, 3), ...linesOf(project, 4)], /由[^，。]*(?:科|处|室)负责/) ===
      undefined,
  );
  const [first] = without;
  if (first === undefined || projects.length < 2) return [];
  return [
    raise({
      rule: 'R23',
      severity: 'note',
      source: first.title,
      place: '实施主体',
      quote: first.title.text,
      left: `${without.length} 个项目`,
      right: `${projects.length} 个项目`,
      zh: `${projects.length} 个项目中有 ${without.length} 个没有写明负责的科室。`,
      en: `${without.length} of ${projects.length} projects name no office that is responsible.`,
      mend: '写明责任科室。',
      mendEn: 'Name the office.',
    }),
  ];
}
