import { readdir, readFile } from 'node:fs/promises';

import { BudgetProfile } from '../../contract.ts';

/** What is recorded of departments under `centres/<name>/budget/<year>/rules.json`. */
export async function findProfiles(root: URL): Promise<BudgetProfile[]> {
  const profiles: BudgetProfile[] = [];
  for (const centre of await listNames(root)) {
    const budget = new URL(`${centre}/budget/`, root);
    for (const year of await listNames(budget)) {
      const text = await findText(new URL(`${year}/rules.json`, budget));
      if (text !== undefined) profiles.push(BudgetProfile.parse(JSON.parse(text)));
    }
  }
  return profiles;
}

async function listNames(folder: URL): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch {
    return [];
  }
}

async function findText(file: URL): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
