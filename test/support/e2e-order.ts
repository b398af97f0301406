import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By name; but whoever signs in for the first time comes before all who only use an account. */
const placeOf = (file: string): string => (file.includes('staff-sign-in') ? '' : file);

/** Journeys run one after the other, one that claims an account before one that only uses it. */
export class E2eOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is vitest's own order, not a list's
    const sorted = await super.sort(files);
    const journeys = sorted.filter(({ project }) => project.name === 'e2e');
    const others = sorted.filter(({ project }) => project.name !== 'e2e');
    return [
      ...others,
      ...journeys.toSorted((a, b) => (placeOf(a.moduleId) < placeOf(b.moduleId) ? -1 : 1)),
    ];
  }
}
