import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { architecture } from '#architecture';
import type { Permission } from '#kernel/access/contract-permission.ts';
import type { EventKind } from '#kernel/events/contract.ts';
import { commonProblems, type ProblemKind } from '#kernel/problems/contract.ts';
import { allContracts } from '#server/contracts.ts';
import { declarations } from '#server/modules.ts';

import { readProject } from './architecture/project.ts';
import { configPage } from './reference/config.ts';
import { findFaults } from './reference/faults.ts';
import { jobsPage } from './reference/jobs.ts';
import {
  type Declared,
  eventsPage,
  modulesPage,
  permissionsPage,
  problemsPage,
  routesPage,
} from './reference/pages.ts';

const folder = 'docs/reference';

const declared: Declared = {
  routes: allContracts,
  permissions: declarations.flatMap(({ permissions }): readonly Permission[] => permissions),
  problems: [
    ...Object.values<ProblemKind>(commonProblems),
    ...declarations.flatMap(({ problems }): readonly ProblemKind[] => problems),
  ],
  events: declarations.flatMap(({ events }): readonly EventKind[] => events),
};

/** Text of every page of docs/reference, by its file name. */
function writePages(): Record<string, string> {
  const project = readProject(process.cwd(), architecture);
  return {
    'routes.md': routesPage(declared),
    'permissions.md': permissionsPage(declared),
    'problems.md': problemsPage(declared),
    'events.md': eventsPage(declared),
    'jobs.md': jobsPage(project),
    'config.md': configPage(project),
    'modules.md': modulesPage(architecture),
  };
}

function isCurrent(name: string, text: string): boolean {
  const path = join(folder, name);
  return existsSync(path) && readFileSync(path, 'utf8') === text;
}

const pages = Object.entries(writePages());
const stale = pages.filter(([name, text]) => !isCurrent(name, text));
if (process.argv.includes('--check')) {
  const faults = findFaults(declared);
  for (const fault of faults) console.log(fault);
  for (const [name] of stale) console.log(`${folder}/${name} is not what the code says`);
  if (stale.length > 0) console.log('Run: node tools/run.mjs tools/reference.ts');
  process.exitCode = stale.length + faults.length === 0 ? 0 : 1;
  console.log(
    `${declared.routes.length} routes, ${declared.permissions.length} permissions, ${declared.problems.length} problems, ${declared.events.length} events`,
  );
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  console.log(`${pages.length} pages in ${folder}, ${stale.length} written`);
}
