import { ProblemError } from '../problems/problem-error.ts';
import { problems } from './contract.ts';
import type { Importer } from './importer.ts';

/** The importer of that name, or the refusal `imports/unknown-importer`. */
export function getImporter(
  { importers }: { readonly importers: () => readonly Importer[] },
  name: string,
): Importer {
  const importer = importers().find((candidate) => candidate.name === name);
  if (importer === undefined) throw new ProblemError(problems.unknownImporter);
  return importer;
}
