import { glob, readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import type { ProblemKind } from '#kernel/problems/contract.ts';
import { problems as cases } from '#modules/casework/cases/contract.ts';
import { problems as licences } from '#modules/casework/licences/contract.ts';
import { problems as matters } from '#modules/casework/matters/contract.ts';
import { problems as premises } from '#modules/casework/premises/contract.ts';
import { problems as budget } from '#modules/finance/budget/contract.ts';
import { problems as contracts } from '#modules/finance/contracts/contract.ts';
import { problems as performance } from '#modules/finance/performance/contract.ts';
import { problems as projects } from '#modules/finance/projects/contract.ts';
import { problems as courier } from '#modules/fulfilment/courier/contract.ts';
import { problems as seals } from '#modules/fulfilment/seals/contract.ts';
import { problems as appointments } from '#modules/hall/appointments/contract.ts';
import { problems as complaints } from '#modules/hall/complaints/contract.ts';
import { problems as evaluation } from '#modules/hall/evaluation/contract.ts';
import { problems as queue } from '#modules/hall/queue/contract.ts';
import { problems as organisation } from '#modules/registry/organisation/contract.ts';

const modules: Readonly<Record<string, Readonly<Record<string, ProblemKind>>>> = {
  'casework/cases': cases,
  'casework/licences': licences,
  'casework/matters': matters,
  'casework/premises': premises,
  'finance/performance': performance,
  'fulfilment/courier': courier,
  'fulfilment/seals': seals,
  'finance/budget': budget,
  'finance/contracts': contracts,
  'finance/projects': projects,
  'hall/appointments': appointments,
  'hall/complaints': complaints,
  'hall/evaluation': evaluation,
  'hall/queue': queue,
  'registry/organisation': organisation,
};

/** All tests of a module in one text. */
async function readTests(module: string): Promise<string> {
  const texts: string[] = [];
  const folder = new URL(`../modules/${module}/`, import.meta.url);
  for await (const path of glob('**/{*.test,test-*}.ts', { cwd: folder.pathname }))
    texts.push(await readFile(new URL(path, folder), 'utf8'));
  return texts.join('\n');
}

/** It keeps nothing, and refuses what is not there. */
const FEW = 'finance/projects';

describe('what a module may refuse', () => {
  it.each(Object.keys(modules))('is each time the result of some test of %s', async (module) => {
    const tests = await readTests(module);
    const isNamed = (key: string, { code }: ProblemKind) =>
      tests.includes(`'${code}'`) || new RegExp(`\\bproblems\\.${key}\\b`).test(tests);
    const refusals = Object.entries(modules[module] ?? {});
    expect(refusals.length).toBeGreaterThan(module === FEW ? 0 : 5);
    const unnamed = refusals.filter(([key, problem]) => !isNamed(key, problem));
    expect(unnamed.map(([, { code }]) => code)).toEqual([]);
  });
});
