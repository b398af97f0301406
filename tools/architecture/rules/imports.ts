import { isTest, isToolConfig, moduleOf, topFolderOf } from '../places.ts';
import type { Project } from '../project.ts';
import type { Rule } from '../rule.ts';

export const importResolves: Rule = {
  name: 'import-resolves',
  reason:
    'node runs the files as they are, so an import names a file with its ending; an unread import would also hide from every other rule',
  check(project, report) {
    for (const [path, edges] of project.edges)
      for (const { to, package: name, specifier, line } of edges)
        if (to === undefined && name === undefined)
          report({ path, line }, `${specifier} leads to no file`);
  },
};

export const importStyle: Rule = {
  name: 'import-style',
  reason:
    'across folders an import says where it leads (#kernel/...), so that moving a file does not change it',
  check(project, report) {
    for (const [path, edges] of project.edges) {
      for (const { to, specifier, line } of edges) {
        if (to === undefined || !specifier.startsWith('.')) continue;
        const leaves = topFolderOf(to) !== topFolderOf(path) || moduleOf(to) !== moduleOf(path);
        if (leaves && topFolderOf(path) !== undefined)
          report({ path, line }, `${specifier} leaves its folder; write #${to}`);
      }
    }
  },
};

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const developerFolders = ['tools', 'test', 'bench', 'simulate'];

export const declaredPackage: Rule = {
  name: 'declared-package',
  reason:
    'a package that is not in package.json is there by accident, and one of devDependencies is not there in production',
  check(project, report) {
    const manifest = JSON.parse(project.readText('package.json')) as Manifest;
    const production = namesOf(manifest.dependencies, manifest.optionalDependencies);
    const development = namesOf(manifest.devDependencies);
    for (const [path, edges] of project.edges) {
      for (const { package: name, kind, line } of edges) {
        if (name === undefined || name.startsWith('node:') || production.has(name)) continue;
        const declared = development.has(name) || isTypesOnly(name, development);
        if (!declared) report({ path, line }, `${name} is not in package.json`);
        else if (kind !== 'type' && !isForDevelopers(path))
          report({ path, line }, `${name} is a devDependency`);
      }
    }
  },
};

function namesOf(...lists: Array<Project['architecture']['kernelParts'] | undefined>): Set<string> {
  return new Set(lists.flatMap((list) => Object.keys(list ?? {})));
}

function isTypesOnly(name: string, development: ReadonlySet<string>): boolean {
  return development.has(`@types/${name.replace('@', '').replace('/', '__')}`);
}

function isForDevelopers(path: string): boolean {
  const folder = topFolderOf(path);
  return (
    folder === undefined || developerFolders.includes(folder) || isTest(path) || isToolConfig(path)
  );
}
