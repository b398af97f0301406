import { readdir, readFile } from 'node:fs/promises';

import { BudgetProfile } from '../../contract.ts';

/** What is recorded of departments under `centres/<name>/budget/rules-<year>.json`. */
export async function findProfiles(root: URL): Promise<BudgetProfile[]> {
  const profiles: BudgetProfile[] = [];
  for (const centre of await listNames(root)) {
    const folder = new URL(`${centre}/budget/`, root);
    for (const file of await listNames(folder)) {
      if (!/^rules-\d{4}\.json$/.test(file)) continue;
      profiles.push(BudgetProfile.parse(JSON.parse(await readFile(new URL(file, folder), 'utf8'))));
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
