import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { BudgetFacts, BudgetTemplate, makeBook, type MadeBook } from '../../contract.ts';
import { readPackage } from './read-package.ts';

/** The book that a folder's package, facts and template make. Throws UnreadableFile. */
export async function makePublished(folder: URL): Promise<MadeBook> {
  const json = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(name, folder), 'utf8'));
  const [{ lines, codes }, facts, template] = await Promise.all([
    readPackage(fileURLToPath(folder)),
    json('facts.json'),
    json('template.json'),
  ]);
  return makeBook({
    lines,
    codes,
    facts: BudgetFacts.parse(facts),
    template: BudgetTemplate.parse(template),
  });
}
