import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

import type { Project } from '../project.ts';
import type { Rule } from '../rule.ts';

export const pageLinks: Rule = {
  name: 'page-links',
  reason: 'a page that names a file which is gone teaches the reader not to trust pages',
  check(project, report) {
    for (const path of project.paths) {
      if (!path.endsWith('.md')) continue;
      for (const [index, text] of project.readText(path).split('\n').entries())
        for (const target of mentionsIn(project, path, text))
          if (!isThere(project, target))
            report({ path, line: index + 1 }, `${target} is not there`);
    }
  },
};

/** As it stands, or inside some module: pages speak of `server/routes.ts` when they mean any module's. */
function isThere(project: Project, target: string): boolean {
  if (existsSync(join(project.root, target))) return true;
  return [...project.paths].some((path) => path.endsWith(`/${target}`));
}

/**
 * Relative links everywhere, and files of ours in `code` in the root's pages and in docs. A folder's own
 * page may show an example of what one could add; a record of a decision may name what was there then.
 */
function mentionsIn(project: Project, path: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^(?:[a-z]+:|\/)/.test(target))
    .map((target) => posix.join(dirname(path), target));
  const isAboutNow = !path.includes('/') || /^docs\/(?!decisions\/)/.test(path);
  if (!isAboutNow) return links;
  const files = [...text.matchAll(/`([^`\s]+\.(?:ts|tsx|mjs|sql|md|json|csv))`/g)]
    .map(([, target = '']) => target)
    .filter((target) => /^[\w./-]+$/.test(target))
    .filter((target) =>
      project.architecture.topFolders.some((top) => target.startsWith(`${top}/`)),
    );
  return [...links, ...files];
}
