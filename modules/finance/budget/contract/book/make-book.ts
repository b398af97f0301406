import type { BudgetFacts, ProjectProse } from '../facts.ts';
import type { BudgetLine, CodeNames } from '../line.ts';
import type { BudgetTemplate, LayoutItem, TableCode } from '../template.ts';
import { fillSentence } from './fill-sentence.ts';
import type { MadeBook, MadeParagraph, MadeTable, Part } from './made.ts';
import { makeBalanceTable, makeFiscalTable } from './make-balance-tables.ts';
import {
  findThreePublic,
  makeEconomicTable,
  makeThreePublicTable,
  type ThreePublic,
} from './make-economic-tables.ts';
import { makeFunctionTable, REVENUE_COLUMNS, SPENDING_COLUMNS } from './make-function-tables.ts';
import { common, makeSentence, type NarrativeGiven } from './make-narrative.ts';
import { type BookTarget, makeTargets } from './make-targets.ts';
import { orNought, sumLines } from './sum-lines.ts';

export interface BookGiven {
  readonly template: BudgetTemplate;
  readonly facts: BudgetFacts;
  readonly codes: CodeNames;
  readonly lines: readonly BudgetLine[];
  /** Approved targets of the year, printed after everything that the template lays out. */
  readonly targets?: readonly BookTarget[];
}

/** The nine tables, from lines and template alone. */
export function makeTables(given: BookGiven, threePublic: ThreePublic): MadeTable[] {
  const { template, facts, codes, lines } = given;
  const at = { template, codes, unit: facts.unit };
  const ofFund = (fund: BudgetLine['fund']) =>
    lines.filter((line) => line.source === 'fiscal' && line.fund === fund);
  const values = { year: String(template.year), unit: facts.unit };
  const made = [
    makeBalanceTable(template, lines),
    makeFunctionTable(at, 'T2', lines, REVENUE_COLUMNS),
    makeFunctionTable(at, 'T3', lines, SPENDING_COLUMNS),
    makeFiscalTable(template, lines),
    makeFunctionTable(at, 'T5', ofFund('generalPublic'), SPENDING_COLUMNS),
    makeFunctionTable(at, 'T6', ofFund('governmentFund'), SPENDING_COLUMNS),
    makeFunctionTable(at, 'T7', ofFund('stateCapital'), SPENDING_COLUMNS),
    makeEconomicTable(template, codes, lines),
    makeThreePublicTable(template, threePublic),
  ];
  const fill = (text: string) => toText(fillSentence(text, values));
  return made.map((table) => ({
    ...table,
    title: fill(table.title),
    head: table.head.map((row) => row.map(fill)),
    note: table.note === null ? null : fill(table.note),
  }));
}

/** The whole book: what the template lays out, filled from lines and facts. Throws RangeError when a piece is missing. */
export function makeBook(given: BookGiven): MadeBook {
  const threePublic = findThreePublic(
    given.lines,
    given.template,
    given.facts.unitKind !== 'institution',
  );
  const tables = makeTables(given, threePublic);
  const narrative: NarrativeGiven = { ...given, threePublic };
  const paragraphs = [
    ...given.template.layout.flatMap((item) => makeItem(narrative, tables, item)),
    ...makeTargets(given.targets ?? []),
  ];
  const title = paragraphs[0]?.lines[0];
  return {
    title: title === undefined ? '' : toText(title),
    unit: given.facts.unit,
    year: given.template.year,
    paragraphs,
    tables,
  };
}

function toText(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}

function makeItem(
  given: NarrativeGiven,
  tables: readonly MadeTable[],
  item: LayoutItem,
): MadeParagraph[] {
  const values = common(given);
  const fixed = (kind: MadeParagraph['kind'], key: string, texts: readonly string[]) => ({
    kind,
    key,
    lines: texts.map((text) => fillSentence(text, values)),
  });
  if ('text' in item) return [fixed('text', `text.${item.text}`, [item.text])];
  if ('prose' in item) {
    const texts = given.facts.prose[item.prose];
    if (texts === undefined) throw new RangeError(`The facts have no prose ${item.prose}`);
    return [fixed('prose', `prose.${item.prose}`, texts)];
  }
  if ('sentence' in item) {
    const parts = makeSentence(given, item.sentence);
    if (parts === undefined) return [];
    return [{ kind: 'sentence', key: `sentence.${item.sentence}`, lines: [parts] }];
  }
  if ('table' in item) return makeTableParagraphs(given, tables, item.table);
  if ('subjects' in item) return [makeSubjects(given)];
  return given.facts.projects.flatMap((project) => makeProject(given, project));
}

function makeTableParagraphs(
  given: NarrativeGiven,
  tables: readonly MadeTable[],
  code: TableCode,
): MadeParagraph[] {
  const table = tables.find((one) => one.code === code);
  if (table === undefined) throw new RangeError(`No table ${code}`);
  const { sentences } = given.template;
  const values = common(given);
  const line = (key: string) => fillSentence(sentences[key] ?? '', values);
  const rows = [
    ...table.head.map((cells) => cells.map((text): Part => ({ text }))),
    ...table.rows.map(({ cells }) =>
      cells.map(({ text, figure }): Part => (figure === null ? { text } : { text, figure })),
    ),
  ];
  return [
    { kind: 'title', key: `table.${code}.title`, lines: [[{ text: table.title }]] },
    { kind: 'heading', key: `table.${code}.department`, lines: [line('department')] },
    { kind: 'heading', key: `table.${code}.unit`, lines: [line('unitOfAccount')] },
    { kind: 'table', key: `table.${code}`, lines: rows.map(withTabs), table },
    ...(table.note === null
      ? []
      : [
          {
            kind: 'note' as const,
            key: `table.${code}.note`,
            lines: [[{ text: table.note }]],
          },
        ]),
  ];
}

function withTabs(cells: readonly Part[]): Part[] {
  return cells.flatMap((cell, index) => (index === 0 ? [cell] : [{ text: '\t' }, cell]));
}

function makeSubjects({ template, facts, codes, lines }: NarrativeGiven): MadeParagraph {
  const items = [...new Set(lines.map(({ functionCode }) => functionCode))].toSorted();
  const words = template.sentences['subject'] ?? '';
  return {
    kind: 'sentence',
    key: 'sentence.subjects',
    lines: items.map((code, index) =>
      fillSentence(words, {
        number: String(index + 1),
        name: codes.function.get(code) ?? code,
        amount: orNought(
          sumLines(lines, `Σ ${code}`, (line) => line.functionCode === code),
          code,
        ),
        purpose: facts.purposes[code] ?? '',
      }),
    ),
  };
}

/** The seven sections of a project in their order. */
export const PROJECT_SECTIONS = [
  '一、项目概述',
  '二、立项依据',
  '三、实施主体',
  '四、实施方案',
  '五、实施周期',
  '六、年度预算安排',
  '七、绩效目标',
] as const;

function makeProject(given: NarrativeGiven, project: ProjectProse): MadeParagraph[] {
  const { id } = project;
  const prose = (name: string, paragraphs: ReadonlyArray<readonly string[]>): MadeParagraph[] =>
    paragraphs.map((texts, index) => ({
      kind: 'prose',
      key: `project.${id}.${name}.${index + 1}`,
      lines: texts.map((text) => [{ text }]),
    }));
  const budget: MadeParagraph = {
    kind: 'sentence',
    key: `project.${id}.budget`,
    lines: [makeProjectSentence(given, project)],
  };
  const sections = [
    prose('overview', project.overview),
    prose('basis', project.basis),
    prose('implementer', project.implementer),
    prose('plan', project.plan),
    prose('period', project.period),
    [budget],
    prose('pointer', project.pointer),
  ];
  return [
    { kind: 'text', key: `project.${id}.title`, lines: [[{ text: project.title }]] },
    ...sections.flatMap((paragraphs, index): MadeParagraph[] => [
      {
        kind: 'text',
        key: `project.${id}.section.${index + 1}`,
        lines: [[{ text: PROJECT_SECTIONS[index] ?? '' }]],
      },
      ...paragraphs,
    ]),
  ];
}

function makeProjectSentence(given: NarrativeGiven, project: ProjectProse): readonly Part[] {
  const own = given.lines.filter(({ projectId }) => projectId === project.id);
  const amount = orNought(sumLines(own, `Σ ${project.id}`), project.id);
  const values = { ...common(given), name: project.nameInSentence, amount };
  const { sentences } = given.template;
  const parts = own.filter(({ part }) => part !== '');
  if (parts.length === 0)
    return fillSentence(sentences['projectWhole'] ?? '', {
      ...values,
      purpose: project.purpose ?? '',
    });
  const listed = parts.flatMap((line, index) =>
    fillSentence(index === 0 ? '{name}{amount}万元' : '，{name}{amount}万元', {
      name: line.part,
      amount: orNought(sumLines([line], line.part), line.part),
    }),
  );
  return fillSentence(sentences['projectParts'] ?? '', { ...values, parts: listed });
}
