import type { BudgetFacts } from '../../contract.ts';

const POINTER = /《([^》]*)》/;

/** What the sections on targets call the table that they point at. */
export function nameOfTargetTable({ projects }: BudgetFacts): string {
  return POINTER.exec(projects[0]?.pointer[0]?.[0] ?? '')?.[1] ?? '';
}

/** The same name in the pointer of every project. */
export function withTargetTable(facts: BudgetFacts, name: string): BudgetFacts {
  const rename = (text: string) => text.replace(POINTER, `《${name}》`);
  return {
    ...facts,
    projects: facts.projects.map((project) => ({
      ...project,
      pointer: project.pointer.map((texts) => texts.map(rename)),
    })),
  };
}
