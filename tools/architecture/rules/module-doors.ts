import { findCycles } from '../graph.ts';
import { familyOf, families } from '../model.ts';
import { insideModule, isTest, isWeb, moduleOf, topFolderOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/** Folders that look behind every door because they test, measure or generate. */
const insiders = ['test', 'tools', 'bench'];

function doorsFor(path: string): readonly string[] {
  // The pages of devices and of visitors have doors of their own: they never load the staff's lists and components.
  // parts.ts holds components that the pages of other modules are made of; web/index.ts would load a module's page list.
  if (isWeb(path))
    return [
      'contract.ts',
      'web/index.ts',
      'web/parts.ts',
      'web/device/pages.ts',
      'web/public/pages.ts',
    ];
  // Composition makes modules, and so does a test that needs two of them.
  if (topFolderOf(path) === 'server' || isTest(path))
    return ['index.ts', 'contract.ts', 'server/module.ts'];
  return ['index.ts', 'contract.ts'];
}

export const moduleDoor: Rule = {
  name: 'module-door',
  reason:
    'what stands behind a door can be rewritten without asking anybody; what others import cannot',
  check(project, report) {
    for (const [path, edges] of project.edges) {
      const from = topFolderOf(path);
      if (from === undefined || insiders.includes(from)) continue;
      const doors = doorsFor(path);
      for (const { to, line } of edges) {
        if (to === undefined || moduleOf(to) === undefined) continue;
        if (moduleOf(to) === moduleOf(path) || doors.includes(insideModule(to) ?? '')) continue;
        report({ path, line }, `${to} is not a door; from here use ${doors.join(' or ')}`);
      }
    }
  },
};

export const moduleListed: Rule = {
  name: 'module-listed',
  reason:
    'a dependency between modules is a decision, so it is written in architecture.ts before it is used',
  check(project, report) {
    const { modules } = project.architecture;
    for (const [path, edges] of project.edges) {
      const from = moduleOf(path);
      if (from === undefined) continue;
      for (const { to, line } of edges) {
        const target = to === undefined ? undefined : moduleOf(to);
        if (target === undefined || target === from) continue;
        if (modules[from]?.mayImport.includes(target) === true) continue;
        report({ path, line }, `architecture.ts does not let ${from} import ${target}`);
      }
    }
  },
};

export const familyOrder: Rule = {
  name: 'family-order',
  reason:
    'families are used downward only; a lower module tells a higher one by an event or a port',
  check(project, report) {
    const { modules } = project.architecture;
    const place = { path: 'architecture.ts' };
    for (const [name, { mayImport }] of Object.entries(modules)) {
      const family = familyOf(name);
      if (family === undefined) report(place, `${name} is of no known family`);
      for (const other of mayImport) {
        const target = familyOf(other);
        if (modules[other] === undefined)
          report(place, `${name} lists ${other}, which is not there`);
        else if (family !== undefined && target !== undefined && isAbove(target, family))
          report(place, `${name} lists ${other}, of the later family ${target}`);
      }
    }
    const graph = new Map(
      Object.entries(modules).map(([name, { mayImport }]) => [name, mayImport]),
    );
    for (const circle of findCycles(graph))
      report(place, `modules list each other in a circle: ${circle.join(' -> ')}`);
  },
};

function isAbove(one: (typeof families)[number], other: (typeof families)[number]): boolean {
  return families.indexOf(one) > families.indexOf(other);
}
