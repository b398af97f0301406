import { families } from '../model.ts';
import { insideModule, moduleOf, topFolderOf } from '../places.ts';
import type { Project } from '../project.ts';
import type { Report, Rule } from '../rule.ts';

const required = ['README.md', 'contract.ts', 'index.ts', 'server/module.ts'];
const readmeLines = 40;

/** What may stand beside the three files at the top of a module. */
const moduleEntries =
  /^(?:README\.md|(?:contract(?:-[a-z-]+)?|index)(?:\.db)?(?:\.test)?\.ts|(?:contract|server|web)\/.+)$/;

export const moduleFiles: Rule = {
  name: 'module-files',
  reason: 'who knows one module finds everything in each other',
  check(project, report) {
    const listed = Object.keys(project.architecture.modules);
    for (const module of listed) checkModule(project, module, report);
    const seen = new Set<string>();
    for (const path of project.paths) {
      if (topFolderOf(path) !== 'modules') continue;
      const module = moduleOf(path);
      if (module === undefined) report({ path }, 'a file of modules/ is inside a module');
      else if (!listed.includes(module) && !seen.has(module)) {
        seen.add(module);
        report({ path: `modules/${module}` }, 'this module is not in architecture.ts');
      } else if (!moduleEntries.test(insideModule(path) ?? ''))
        report({ path }, 'not one of README.md, contract.ts, its parts, index.ts, server/, web/');
    }
  },
};

function checkModule(project: Project, module: string, report: Report): void {
  const folder = `modules/${module}`;
  if (!/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/.test(module))
    report({ path: folder }, 'name is family/kebab-case');
  for (const file of required)
    if (!project.paths.has(`${folder}/${file}`)) report({ path: folder }, `${file} is missing`);
  const readme = `${folder}/README.md`;
  if (!project.paths.has(readme)) return;
  const lines = project.readText(readme).trimEnd().split('\n').length;
  if (lines > readmeLines)
    report({ path: readme }, `${lines} lines; a module's page has at most ${readmeLines}`);
}

export const knownFolders: Rule = {
  name: 'known-folders',
  reason: 'a new name at the top is a decision with a record in docs/decisions, not an accident',
  check(project, report) {
    const { topFolders, kernelParts } = project.architecture;
    for (const name of project.topFolders)
      if (!topFolders.includes(name))
        report({ path: name }, 'not one of the top folders of architecture.ts');
    reportUnknownParts(project, kernelParts, report);
    for (const path of project.paths) {
      const family = /^modules\/([^/]+)\//.exec(path)?.[1];
      if (family !== undefined && !families.some((known) => known === family))
        report({ path }, `${family} is no family`);
    }
  },
};

function reportUnknownParts(
  project: Project,
  parts: Readonly<Record<string, string>>,
  report: Report,
): void {
  const found = new Set<string>();
  for (const path of project.paths) {
    const part = /^kernel\/([^/]+)\//.exec(path)?.[1];
    if (part !== undefined) found.add(part);
    else if (topFolderOf(path) === 'kernel') report({ path }, 'a file of kernel/ is inside a part');
  }
  for (const part of found)
    if (parts[part] === undefined) report({ path: `kernel/${part}` }, 'not in architecture.ts');
}

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*\.(?:ts|mjs)$/;
const component = /^(?:[A-Z][A-Za-z0-9]*|[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.test)?\.tsx$/;
const folderName = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const fileNames: Rule = {
  name: 'file-names',
  reason: 'one way to write a name: kebab-case for files, PascalCase for the component in a .tsx',
  check(project, report) {
    for (const path of project.files.keys()) {
      const parts = path.split('/');
      const name = parts.pop() ?? '';
      if (!(name.endsWith('.tsx') ? component : kebab).test(name)) report({ path }, 'file name');
      for (const folder of parts)
        if (!folderName.test(folder)) report({ path }, `folder name ${folder}`);
    }
  },
};

const migration = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})-[a-z]+(?:-[a-z0-9]+)+\.sql$/;

export const migrationNames: Rule = {
  name: 'migration-names',
  reason: 'migrations run in the order of their names, and the name says what one does',
  check(project, report) {
    for (const path of project.paths) {
      const name = /^(?:kernel|modules)\/.+\/migrations\/([^/]+)$/.exec(path)?.[1];
      if (name === undefined) continue;
      const [, , month = '', day = '', hour = '', minute = ''] = migration.exec(name) ?? [];
      const real =
        inRange(month, 1, 12) &&
        inRange(day, 1, 31) &&
        inRange(hour, 0, 23) &&
        inRange(minute, 0, 59);
      if (!real) report({ path }, 'not YYYYMMDDTHHMM-verb-noun.sql');
    }
  },
};

function inRange(text: string, low: number, high: number): boolean {
  return text !== '' && Number(text) >= low && Number(text) <= high;
}

export const doorsAreChosen: Rule = {
  name: 'doors-are-chosen',
  reason: 'a door that lets everything through is not a door: name what others may use',
  check(project, report) {
    for (const [path, edges] of project.edges) {
      if (!/(?:^|\/)index\.tsx?$/.test(path)) continue;
      for (const { everything, line } of edges)
        if (everything) report({ path, line }, 'export * from an index');
    }
  },
};
