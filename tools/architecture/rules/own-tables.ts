import { insideModule, isTest, moduleOf } from '../places.ts';
import type { Project } from '../project.ts';
import type { Rule } from '../rule.ts';

/**
 * Types bind a repository to its tables, but a migration and raw SQL can name any. A module's schema has
 * the name of the module; `kernel.` belongs to the kernel.
 */
export const ownTables: Rule = {
  name: 'own-tables',
  reason: 'a table belongs to one module; others ask at its door or listen, or it can never change',
  visit(file, report, project) {
    const inside = insideModule(file.path);
    if (inside?.startsWith('server/') !== true || isTest(file.path)) return undefined;
    const foreign = foreignTable(project, file.path);
    const look = (node: { start: number }, text: string) => {
      const table = isSql(text) ? foreign.exec(text)?.[1] : undefined;
      if (table !== undefined) report(node, `SQL names ${table}`);
    };
    return {
      Literal: (node) => {
        if (typeof node.value === 'string' && isRepository(inside)) look(node, node.value);
      },
      TemplateElement: (node) => look(node, node.value.raw),
    };
  },
  check(project, report) {
    for (const path of project.paths) {
      if (moduleOf(path) === undefined || !path.endsWith('.sql')) continue;
      const lines = project.readText(path).split('\n');
      for (const [index, line] of lines.entries()) {
        const table = foreignTable(project, path).exec(line.replace(/--.*$/, ''))?.[1];
        if (table !== undefined) report({ path, line: index + 1 }, `SQL names ${table}`);
      }
    }
  },
};

/** `schema.table` of any module but the file's own, or of the kernel. */
function foreignTable(project: Project, path: string): RegExp {
  const own = moduleOf(path);
  const schemas = Object.keys(project.architecture.modules)
    .filter((module) => module !== own)
    .map((module) => module.replace(/^.*\//, '').replaceAll('-', '_'));
  return new RegExp(`(?<![\\w.'])((?:kernel|${schemas.join('|')})\\.[a-z_]+)`);
}

/** A table's name alone, as the query builder takes it, or a statement. */
function isSql(text: string): boolean {
  return (
    /^[a-z_]+\.[a-z_]+(?: as \w+)?$/.test(text) ||
    /\b(?:select|from|join|into|update|references)\b/i.test(text)
  );
}

function isRepository(inside: string): boolean {
  return /(?:^|\/)repository[a-z-]*\.ts$/.test(inside);
}
