import type { BudgetLine, CodeNames } from '../line.ts';
import type { BudgetTemplate } from '../template.ts';
import type { Figure, MadeRow, MadeTable } from './made.ts';
import { BLANK, textCell, toCell } from './make-function-tables.ts';
import { sumFigures, sumLines } from './sum-lines.ts';

type Takes = (line: BudgetLine) => boolean;

/** T8: basic spending of the general public budget by economic nature; unused rows of the template stay, blank. */
export function makeEconomicTable(
  template: BudgetTemplate,
  codes: CodeNames,
  every: readonly BudgetLine[],
): MadeTable {
  const lines = every.filter((line) => line.fund === 'generalPublic' && line.kind === 'basic');
  const isPersonnel: Takes = (line) =>
    template.personnelClasses.includes(line.economicCode.slice(0, 3));
  const figuresOf = (prefix: string) => {
    const own = lines.filter((line) => line.economicCode.startsWith(prefix));
    return [
      toCell(sumLines(own, `Σ ${prefix} 合计`)),
      toCell(sumLines(own, `Σ ${prefix} 人员经费`, isPersonnel)),
      toCell(sumLines(own, `Σ ${prefix} 公用经费`, (line) => !isPersonnel(line))),
    ];
  };
  const names = new Map(template.economic.map(({ code, name }) => [code, name]));
  const used = lines.flatMap(({ economicCode: code }) => [code.slice(0, 3), code]);
  const rows = [...new Set([...names.keys(), ...used])].toSorted().map((code): MadeRow => ({
    key: code,
    cells: [
      textCell(code.slice(0, 3)),
      textCell(code.slice(3)),
      textCell(names.get(code) ?? codes.economic.get(code) ?? code),
      ...figuresOf(code),
    ],
  }));
  const total: MadeRow = {
    key: template.total,
    cells: [textCell(template.total), BLANK, BLANK, ...figuresOf('')],
  };
  const { title, head } = template.tables.T8;
  return { code: 'T8', title, head, rows: [...rows, total], note: null };
}

/** The three public expenses and what an administration needs to run, as far as the treasury pays. */
export interface ThreePublic {
  readonly total: Figure | null;
  readonly abroad: Figure | null;
  readonly reception: Figure | null;
  readonly vehicles: Figure | null;
  readonly purchase: Figure | null;
  readonly running: Figure | null;
  readonly operating: Figure | null;
}

export function findThreePublic(
  every: readonly BudgetLine[],
  template: BudgetTemplate,
  isAdministration: boolean,
): ThreePublic {
  const lines = every.filter((line) => line.source === 'fiscal');
  const item = (name: string, code: string) =>
    sumLines(lines, `Σ ${code} ${name}`, (line) => line.economicCode === code);
  const join = (figures: ReadonlyArray<Figure | null>, expression: string) =>
    figures.every((figure) => figure === null) ? null : sumFigures(figures, expression);
  const abroad = item('因公出国（境）费用', '30212');
  const reception = item('公务接待费', '30217');
  const purchase = item('公务用车购置', '31013');
  const running = item('公务用车运行维护费', '30231');
  const vehicles = join([purchase, running], '购置费 + 运行费');
  const isPublic: Takes = (line) =>
    line.fund === 'generalPublic' &&
    line.kind === 'basic' &&
    !template.personnelClasses.includes(line.economicCode.slice(0, 3));
  return {
    total: join(
      [abroad, reception, vehicles],
      '因公出国（境）费 + 公务接待费 + 公务用车购置及运行费',
    ),
    abroad,
    reception,
    vehicles,
    purchase,
    running,
    operating: isAdministration ? sumLines(lines, 'Σ 基本支出公用经费', isPublic) : null,
  };
}

/** T9. */
export function makeThreePublicTable(template: BudgetTemplate, all: ThreePublic): MadeTable {
  const { title, head } = template.tables.T9;
  const cells = [
    all.total,
    all.abroad,
    all.reception,
    all.vehicles,
    all.purchase,
    all.running,
    all.operating,
  ].map(toCell);
  return { code: 'T9', title, head, rows: [{ key: 'figures', cells }], note: null };
}
