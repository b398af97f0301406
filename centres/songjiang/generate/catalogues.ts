import { bundles } from '../matters/bundles/index.ts';
import { matters } from '../matters/index.ts';
import { makeDemonstrationMatters } from './matters.ts';

/** How many made-up matters come with the centre; more are made when somebody asks for them. */
export const SHIPPED_DEMONSTRATION_MATTERS = 200;

export interface Catalogue {
  /** Inside the centre's folder. */
  readonly path: string;
  /** `<module>.<list>`: the import that takes it. */
  readonly importer: string;
  readonly entries: readonly unknown[];
}

/** The catalogue of matters as data, bundles after the matters that they name. */
export function makeCatalogues(demonstration = SHIPPED_DEMONSTRATION_MATTERS): Catalogue[] {
  return [
    { path: 'matters/matters.jsonl', importer: 'matters.catalogue', entries: matters },
    { path: 'matters/bundles.jsonl', importer: 'matters.bundles', entries: bundles },
    {
      path: 'matters/demonstration.jsonl',
      importer: 'matters.catalogue',
      entries: makeDemonstrationMatters(demonstration),
    },
  ];
}

/** One JSON text a line, so that a change to a matter is a change to its line. */
export function toJsonLines(entries: readonly unknown[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
