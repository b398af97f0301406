import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Journeys run by name: one that claims an account comes before one that only uses it. */
export class E2eOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is vitest's own order, not a list's
    const sorted = await super.sort(files);
    const journeys = sorted.filter(({ project }) => project.name === 'e2e');
    const others = sorted.filter(({ project }) => project.name !== 'e2e');
    return [...others, ...journeys.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1))];
  }
}
